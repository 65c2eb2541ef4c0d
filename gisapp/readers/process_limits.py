"""What the process that parses a foreign file may take: memory, time and no file to write, held by the system itself."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

MOST_MEMORY_BYTES = 1_250_000_000
MOST_CPU_SECONDS = 600
"""Far beyond any file worth reading: for a child whose program was killed while it parsed."""


def limit_this_process() -> None:
    """No more memory than its share and no file written; what it asks beyond fails, or ends it. A system that refuses is left at that."""
    if sys.platform == "win32":
        _limit_by_job()
    else:
        _limit_by_resources()


def _limit_by_resources() -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # nobody's ledger in a file beside the program
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),  # in 100 ns
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h: 144 bytes on 64 bits."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("most_process_memory", ctypes.c_size_t),
        ("most_job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


_TIME, _ONE_PROCESS, _MEMORY = 0x2, 0x8, 0x100
_SILENT_DEATH = 0x400
_EXTENDED_LIMITS = 9
_TICKS_A_SECOND = 10_000_000


def job_limits() -> ExtendedLimits:
    """The same limits as a Windows job has them; no further process, and no box that says the program died."""
    limits = ExtendedLimits()
    limits.basic.flags = _TIME | _ONE_PROCESS | _MEMORY | _SILENT_DEATH
    limits.basic.per_process_user_time = MOST_CPU_SECONDS * _TICKS_A_SECOND
    limits.basic.most_processes = 1
    limits.most_process_memory = MOST_MEMORY_BYTES
    return limits


def _limit_by_job() -> None:
    """Put this process into a job of its own (within the one it may be in: Windows 8 and later); the handle lives as long as it does."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        limits = job_limits()
        job = kernel.CreateJobObjectW(None, None)
        if job and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
