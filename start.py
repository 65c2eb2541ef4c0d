#!/usr/bin/env python3
"""Two commands on a bare machine: `start.py` sets up and opens gisapp, `start.py test` runs all tests.

Standard library only. Whatever it says goes to standard error, so that
`start.py WORDS...` leaves standard output to `gisapp WORDS...` alone.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ready.json"
LOCK = HERE / "requirements.lock"
GDAL_UTILS_LOCK = HERE / "tests" / "gdal-utils.lock"
GDAL_UTILS = VENV / "gdal-utils"
DRAINAGE_PEER_LOCK = HERE / "tests" / "drainage-peer.lock"

OFFSCREEN, WINDOW, TESTS = "offscreen", "window", "tests"
OLDEST, NEWEST = (3, 11), (3, 13)

# Debian package -> the library by which we know that it is there (Qt needs them).
LIBRARIES = (
    ("libglib2.0-0", "libglib-2.0.so.0"),
    ("libgl1", "libGL.so.1"),
    ("libegl1", "libEGL.so.1"),
    ("libxkbcommon0", "libxkbcommon.so.0"),
    ("libdbus-1-3", "libdbus-1.so.3"),
    ("libfontconfig1", "libfontconfig.so.1"),
)
X_LIBRARIES = (
    ("libxcb-cursor0", "libxcb-cursor.so.0"),
    ("libxcb-icccm4", "libxcb-icccm.so.4"),
    ("libxcb-image0", "libxcb-image.so.0"),
    ("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    ("libxcb-randr0", "libxcb-randr.so.0"),
    ("libxcb-render-util0", "libxcb-render-util.so.0"),
    ("libxcb-shape0", "libxcb-shape.so.0"),
    ("libxcb-xkb1", "libxcb-xkb.so.1"),
    ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    ("libxcb-xinerama0", "libxcb-xinerama.so.0"),
)
# Debian package -> the program by which we know that it is there (the tests need them).
PROGRAMS = (("xvfb", "Xvfb"), ("xauth", "xauth"), ("chromium", "chromium"), ("poppler-utils", "pdftoppm"))
FONT_PACKAGE = "fonts-wqy-microhei"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONTS = re.compile(
    r"wqy|cjk|notos(ans|erif)(sc|tc|hans)|sourcehan|droidsansfallback|uming|ukai|simsun|simhei|msyh|fangzheng|lxgw",
    re.IGNORECASE,
)


class Stop(Exception):
    """We cannot go on; says why and what to do, in Chinese and in English."""

    def __init__(self, chinese: str, english: str, *, line: str = "") -> None:
        super().__init__(english)
        self.chinese, self.english, self.line = chinese, english, line


def say(chinese: str, english: str) -> None:
    """Tell the person in both languages, on standard error."""
    print(f"【gisapp】{chinese}\n          {english}", file=sys.stderr, flush=True)


def main(words: list[str]) -> int:
    """Set up what is missing, then run; 2 when the person must do something first."""
    try:
        check_python()
        return run(words)
    except Stop as stop:
        say(stop.chinese, stop.english)
        if stop.line:
            print(f"\n    {stop.line}\n", file=sys.stderr, flush=True)
        if os.name == "nt" and not words and sys.stdin is not None and sys.stdin.isatty():
            input("按回车键关闭 / press Enter to close")
        return 2
    except KeyboardInterrupt:
        say("已中断。", "Interrupted.")
        return 130


def run(words: list[str]) -> int:
    """The three ways to call us: tests, a command, or the window on the sample county."""
    if words[:1] == ["test"]:
        prepare(TESTS)
        os.chdir(HERE)
        return hand_over([str(PYTHON), "-m", "pytest", *words[1:]], QT_QPA_PLATFORM="offscreen")
    has_screen = screen_is_there()
    prepare(WINDOW if has_screen else OFFSCREEN)
    settings = {} if has_screen else {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    if words:
        return hand_over(gisapp(*words), **settings)
    sample, user_data = ask_places()
    code = build_sample(sample, settings) if not sample.exists() else 0
    if code:
        return code
    return hand_over(gisapp(str(sample))) if has_screen else show_tour(user_data / "tour", settings)


# ---- running -------------------------------------------------------------------------------------


def gisapp(*words: str) -> list[str]:
    """The command line that runs gisapp in its environment."""
    return [str(PYTHON), "-m", "gisapp", *words]


def hand_over(command: list[str], **settings: str) -> int:
    """Become ``command`` where the system can; its output and exit code are ours."""
    environment = {**os.environ, **settings}
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def screen_is_there() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ask_places() -> tuple[Path, Path]:
    """The sample county's file and the user's folder: gisapp/paths.py alone knows them."""
    question = "import json; from gisapp.paths import *; print(json.dumps([str(sample_county()), str(user_data())]))"
    answer = subprocess.run([str(PYTHON), "-c", question], stdout=subprocess.PIPE, check=False)
    if answer.returncode:
        raise Stop("程序没有装好，请再运行一次。", f"gisapp does not start; delete {VENV} and run again.")
    sample, user_data = json.loads(answer.stdout)
    return Path(sample), Path(user_data)


def build_sample(sample: Path, settings: dict[str, str]) -> int:
    """Build the sample county under another name first, so that half of one is never opened."""
    say("正在生成示例县（只做一次，约 40 秒）……", "Building the sample county (once, about 40 s) ...")
    with tempfile.TemporaryDirectory(prefix="sample-", dir=sample.parent) as folder:
        draft = Path(folder) / sample.name
        words = gisapp("sample", str(draft), "--day", date.today().isoformat())
        code = subprocess.call(words, env={**os.environ, **settings}, stdout=sys.stderr)
        if code == 0:
            os.replace(draft, sample)
    return code


def show_tour(folder: Path, settings: dict[str, str]) -> int:
    """Without a screen: make the pictures and sheets that the window would have shown."""
    say(f"没有图形界面，改为生成一套成果，放在 {folder}", f"No display: making a set of results in {folder}")
    code = subprocess.call(gisapp("tour", str(folder)), env={**os.environ, **settings})
    if code == 0:
        say(f"完成，成果在 {folder}", f"Done. The results lie in {folder}")
    return code


# ---- setting up ----------------------------------------------------------------------------------


def check_python() -> None:
    """Refuse a Python that the locked libraries were not made for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        here = ".".join(map(str, sys.version_info[:3]))
        raise Stop(
            f"需要 Python 3.11、3.12 或 3.13，现在是 {here}。请安装后再运行。",
            f"Python 3.11, 3.12 or 3.13 is needed; this is {here}. Install one of them and run again.",
            line="py -3.13 start.py" if os.name == "nt" else "",
        )


def prepare(scope: str) -> None:
    """Bring the machine to where ``scope`` can run; nothing to do when its stamp is there."""
    done = scopes_done()
    if done and scope in done:
        return
    install_system_packages(missing_packages(scope, environment_is_ready=bool(done)))
    if not done:
        make_environment()
    if scope == TESTS:
        install_gdal_utils()
        install_drainage_peer()
    write_stamp({*done, scope, OFFSCREEN})
    say("准备完成。", "Everything is set up.")


def fingerprint() -> str:
    """What the environment depends on: the locks and this Python's ABI."""
    digest = hashlib.sha256(sys.implementation.cache_tag.encode())
    for lock in (LOCK, GDAL_UTILS_LOCK, DRAINAGE_PEER_LOCK):
        digest.update(lock.read_bytes() if lock.exists() else b"")
    return digest.hexdigest()


def scopes_done() -> set[str]:
    """The scopes that are set up; none when the environment is half made, outdated or broken."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return set(stamp["scopes"]) if stamp["fingerprint"] == fingerprint() and PYTHON.exists() else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def write_stamp(scopes: set[str]) -> None:
    """Written last and in one stroke: its presence says that all before it succeeded."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps({"fingerprint": fingerprint(), "scopes": sorted(scopes)}), encoding="utf-8")
    os.replace(draft, STAMP)


def make_environment() -> None:
    """Make .venv anew from the lock; a half-made one is thrown away."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise Stop(
            f"环境需要重建，请用系统的 Python 运行：{sys.base_prefix}",
            f"The environment must be made anew: run with the system's Python in {sys.base_prefix}.",
        )
    say("正在准备运行环境……", "Preparing the environment ...")
    try:
        STAMP.unlink(missing_ok=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True, stdout=sys.stderr)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise Stop(
            f"无法建立运行环境 {VENV}。请先关闭 gisapp，并确认磁盘有空间、文件夹可写。",
            f"{VENV} could not be made ({problem}). Close gisapp; check free space and write permission.",
        ) from problem
    say(
        "正在下载并安装程序库（约 300 MB，需要几分钟）……",
        "Downloading and installing libraries (about 300 MB, minutes) ...",
    )
    pip_install("--require-hashes", "-r", str(LOCK))
    site_packages().joinpath("gisapp-checkout.pth").write_text(
        # Found from where .venv lies now, so that a moved checkout goes on working.
        "import os, sys; sys.path.append(os.path.dirname(sys.prefix))\n",
        encoding="ascii",
    )


def site_packages() -> Path:
    """The folder of .venv that Python imports libraries from."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def pip_install(*words: str) -> None:
    """Install ready-made wheels into .venv, from where this machine's pip is told to look."""
    quietly = ("--quiet", "--disable-pip-version-check", "--no-input", "--only-binary", ":all:")
    command = [str(PYTHON), "-m", "pip", "install", *quietly, *words]
    if call_quietly(command):
        raise Stop(
            "程序库没有装上（原因见上）。请检查网络后再运行一次。",
            "The libraries could not be installed (see above). Check the network and run again.",
        )


def install_gdal_utils() -> None:
    """GDAL's GeoPackage validator, run by tests with Debian's own Python and GDAL bindings."""
    pip_install("--no-deps", "--upgrade", "--target", str(GDAL_UTILS), "--require-hashes", "-r", str(GDAL_UTILS_LOCK))


def install_drainage_peer() -> None:
    """An independent reckoning of where water runs, for one test; its compiler is not asked of users."""
    pip_install("--no-deps", "--require-hashes", "-r", str(DRAINAGE_PEER_LOCK))


# ---- the system's packages -----------------------------------------------------------------------


def missing_packages(scope: str, *, environment_is_ready: bool) -> list[str]:
    """Debian's names of what ``scope`` needs and this machine lacks."""
    missing = []
    if not environment_is_ready and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not sys.platform.startswith("linux"):
        return missing
    libraries = LIBRARIES if scope == OFFSCREEN else LIBRARIES + X_LIBRARIES
    missing += [package for package, library in libraries if not library_loads(library)]
    if not chinese_font_is_there():
        missing.append(FONT_PACKAGE)
    if scope == TESTS:
        missing += [package for package, program in PROGRAMS if shutil.which(program) is None]
        if not Path("/usr/lib/python3/dist-packages/osgeo").is_dir():
            missing.append("python3-gdal")
    return missing


def library_loads(name: str) -> bool:
    """Whether the system's loader finds the shared library ``name``."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def chinese_font_is_there() -> bool:
    """Whether a font with Chinese characters is installed."""
    if shutil.which("fc-list"):
        listing = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=False).stdout
        return bool(listing.strip())
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(CHINESE_FONTS.search(file.name) for folder in folders for file in folder.rglob("*.[to]t[cf]"))


def install_system_packages(missing: list[str]) -> None:
    """Install Debian packages when we may, else name the line to type."""
    if not missing:
        return
    names = " ".join(missing)
    if shutil.which("apt-get") is None:
        raise Stop(
            f"系统缺少以下组件（Debian 的名称）：{names}。请安装后再运行。",
            f"The system lacks these (by their Debian names): {names}. Install them and run again.",
        )
    rights = rights_to_install()
    if rights is None:
        raise Stop(
            "系统缺少一些软件包，而当前用户无权安装。请输入下面这一行，然后再运行一次：",
            "Some system packages are missing and this user may not install them. Type this line, then run again:",
            line=line_to_type(names),
        )
    say(f"正在安装系统软件包：{names}", f"Installing system packages: {names}")
    apt_get = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    call_quietly([*apt_get, "update"])
    failed = call_quietly([*apt_get, "install", "-y", "--no-install-recommends", *missing])
    importlib.invalidate_caches()
    if failed:
        raise Stop(
            "系统软件包没有装上（原因见上）。请联网后输入下面这一行，然后再运行一次：",
            "The system packages could not be installed (see above). With a network, type this line, then run again:",
            line=line_to_type(names),
        )
    if "python3-venv" in missing and importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            f"这个 Python（{sys.executable}）没有 venv。请改用系统自带的：",
            f"This Python ({sys.executable}) has no venv. Use the system's own:",
            line=f"/usr/bin/python3 {Path(__file__).resolve()}",
        )


def call_quietly(command: list[str]) -> int:
    """Run ``command``; its many lines are shown only when it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        print(done.stdout.decode(errors="replace"), file=sys.stderr, flush=True)
    return done.returncode


def rights_to_install() -> list[str] | None:
    """Words to put before apt-get; None when we would have to ask for a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def line_to_type(names: str) -> str:
    """The exact line that installs ``names`` on Debian."""
    command = f"apt-get update && apt-get install -y --no-install-recommends {names}"
    if os.geteuid() == 0:
        return command
    return f"sudo sh -c '{command}'" if shutil.which("sudo") else f"su - root -c '{command}'"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
