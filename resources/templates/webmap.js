/* The page's own script. PAGE holds data and words; names are only ever set as text, never as HTML. */
function countyPage(map, PAGE) {
  "use strict";
  var words = PAGE.words;

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text !== undefined) { element.textContent = text; }
    if (className) { element.className = className; }
    return element;
  }

  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
  }

  /* ---- cells ---- */
  var canvas = L.canvas({ padding: 0.2 });
  var plain = { color: "#3c4f57", weight: 0.7, opacity: 0.5, fillOpacity: 0.92 };
  var lit = { color: "#f57c00", weight: 3, opacity: 1 };
  var chosen = null;
  var layers = [];

  var at_theme = 0;

  function styleOf(feature) {
    return Object.assign({ fillColor: PAGE.themes[at_theme].colours[feature.properties.c[at_theme]] }, plain);
  }

  var cells = L.geoJSON(PAGE.cells, {
    renderer: canvas, style: styleOf, smoothFactor: 0.5,
    onEachFeature: function (feature, layer) { layers.push(layer); }
  }).addTo(map);

  L.geoJSON(PAGE.towns, { renderer: canvas, interactive: false, style: { color: "#22333b", weight: 2, opacity: 0.9, fill: false } }).addTo(map);
  PAGE.towns.features.forEach(function (town) {
    var icon = L.divIcon({ className: "town", html: make("span", town.properties.n), iconSize: null });
    L.marker([town.properties.y, town.properties.x], { icon: icon, interactive: false, keyboard: false }).addTo(map);
  });

  /* ---- hazard areas: hatched, so that levels differ without colour too ---- */
  var SVG = "http://www.w3.org/2000/svg";

  function hatch(id, look) {
    var pattern = document.createElementNS(SVG, "pattern");
    var attributes = { id: id, width: 10, height: 10, patternUnits: "userSpaceOnUse" };
    Object.keys(attributes).forEach(function (key) { pattern.setAttribute(key, attributes[key]); });
    var ground = document.createElementNS(SVG, "rect");
    ground.setAttribute("width", 10);
    ground.setAttribute("height", 10);
    ground.setAttribute("fill", look.fill);
    ground.setAttribute("fill-opacity", look.opacity);
    pattern.appendChild(ground);
    var lines = document.createElementNS(SVG, "path");
    lines.setAttribute("d", look.lines);
    lines.setAttribute("stroke", look.edge);
    lines.setAttribute("stroke-width", 1.2);
    lines.setAttribute("fill", "none");
    pattern.appendChild(lines);
    return pattern;
  }

  map.createPane("hazards").style.zIndex = 450;
  map.getPane("hazards").style.pointerEvents = "none";
  var hazards = L.geoJSON(PAGE.hazards, {
    renderer: L.svg({ pane: "hazards", padding: 0.2 }), pane: "hazards", interactive: false,
    style: function (feature) {
      var look = PAGE.levels[feature.properties.l];
      return { color: look.edge, weight: 1.8, opacity: 1, fillColor: "url(#hatch-" + feature.properties.l + ")", fillOpacity: 1 };
    }
  }).addTo(map);
  var drawing = document.querySelector(".leaflet-hazards-pane svg");
  if (drawing) {
    var shelf = document.createElementNS(SVG, "defs");
    Object.keys(PAGE.levels).forEach(function (level) { shelf.appendChild(hatch("hatch-" + level, PAGE.levels[level])); });
    drawing.insertBefore(shelf, drawing.firstChild);
  }

  function insideRing(point, ring) {
    var inside = false;
    for (var i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      var a = ring[i], b = ring[j];
      if ((a[1] > point.lat) !== (b[1] > point.lat) && point.lng < (b[0] - a[0]) * (point.lat - a[1]) / (b[1] - a[1]) + a[0]) { inside = !inside; }
    }
    return inside;
  }

  function hazardsAt(point) {
    return PAGE.hazards.features.filter(function (feature) {
      return feature.geometry.coordinates.some(function (polygon) {
        return polygon.filter(function (ring) { return insideRing(point, ring); }).length % 2 === 1;
      });
    });
  }

  /* ---- what one cell says ---- */
  function facts(feature, point) {
    var own = feature.properties, box = make("div", undefined, "fact");
    box.appendChild(make("b", own.n));
    box.appendChild(make("span", own.t ? own.t + " · " + own.v : own.v));
    box.appendChild(make("span", filled(own.o ? words.officer : words.noOfficer, { name: own.o })));
    PAGE.themes.forEach(function (theme, number) {
      var text = filled(words.figure, { title: theme.title, figure: own.f[number].toLocaleString(), unit: theme.unit });
      if (number === at_theme || point) { box.appendChild(make("span", text, number === at_theme ? "figure" : undefined)); }
    });
    if (point) {
      hazardsAt(point).forEach(function (hazard) {
        box.appendChild(make("span", filled(words.hazard, { name: hazard.properties.n, level: PAGE.levels[hazard.properties.l].title }), "danger"));
      });
    }
    return box;
  }

  var tip = L.tooltip({ direction: "top", offset: [0, -10] });
  var hovered = null, said = null;

  function calm(layer) {
    if (layer && layer !== chosen) { layer.setStyle(plain); }
  }

  cells.on("mouseover", function (event) {
    calm(hovered);
    hovered = event.layer;
    hovered.setStyle(lit).bringToFront();
  });
  cells.on("mousemove", function (event) {
    tip.setLatLng(event.latlng).setContent(facts(event.layer.feature, event.latlng));
    if (!map.hasLayer(tip)) { tip.addTo(map); }
  });
  cells.on("mouseout", function (event) {
    calm(event.layer);
    tip.remove();
  });
  cells.on("click", function (event) { choose(event.layer, event.latlng); });

  function choose(layer, point) {
    var before = chosen;
    chosen = layer;
    if (before !== layer) { calm(before); }
    layer.setStyle(lit).bringToFront();
    tip.remove();
    said = L.popup({ offset: [0, -4] }).setLatLng(point || layer.getCenter()).setContent(facts(layer.feature, point)).openOn(map);
    said.place = point;
  }

  /* ---- homes: dots painted tile by tile, for there may be a hundred thousand ---- */
  var Dots = L.GridLayer.extend({
    createTile: function (coords) {
      var size = this.getTileSize(), tile = document.createElement("canvas"), pen = tile.getContext("2d");
      var grown = Math.pow(2, coords.z), left = coords.x * size.x, top = coords.y * size.y, wide = coords.z < 13 ? 1.4 : 3;
      tile.width = size.x;
      tile.height = size.y;
      pen.fillStyle = coords.z < 13 ? "rgba(22, 37, 44, .45)" : "rgba(22, 37, 44, .8)";
      for (var i = 0; i < this.options.places.length; i += 2) {
        var x = this.options.places[i] * grown - left, y = this.options.places[i + 1] * grown - top;
        if (x > -4 && y > -4 && x < size.x + 4 && y < size.y + 4) { pen.fillRect(x - wide / 2, y - wide / 2, wide, wide); }
      }
      return tile;
    }
  });

  function placesOf(steps) {
    var places = new Float64Array(steps.length), lon = 0, lat = 0;
    for (var i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      var point = map.options.crs.latLngToPoint(L.latLng(lat / 1e5, lon / 1e5), 0);
      places[i] = point.x;
      places[i + 1] = point.y;
    }
    return places;
  }

  var homes = null;

  function showHomes(isShown) {
    if (!homes) {
      map.createPane("homes").style.zIndex = 440;
      map.getPane("homes").style.pointerEvents = "none";
      homes = new Dots({ pane: "homes", places: placesOf(PAGE.homes), updateWhenZooming: false });
    }
    if (isShown) { homes.addTo(map); } else { homes.remove(); }
    document.body.dataset.homes = isShown ? PAGE.homes.length / 2 : 0;
  }

  /* ---- search by name ---- */
  var field = document.getElementById("search-field"), list = document.getElementById("search-hits");
  var hits = [], at = 0;

  function search() {
    var parts = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    hits = !parts.length ? [] : layers.filter(function (layer) {
      var own = layer.feature.properties, text = [own.t, own.v, own.n, own.k].join(" ").toLowerCase();
      return parts.every(function (part) { return text.indexOf(part) >= 0; });
    }).slice(0, 12);
    at = 0;
    list.textContent = "";
    hits.forEach(function (layer, number) {
      var own = layer.feature.properties, line = make("li", own.n);
      line.setAttribute("role", "option");
      line.appendChild(make("small", own.v));
      line.addEventListener("mousedown", function (event) { event.preventDefault(); go(number); });
      list.appendChild(line);
    });
    if (parts.length && !hits.length) { list.appendChild(make("li", words.nothing)); }
    mark();
  }

  function mark() {
    Array.prototype.forEach.call(list.children, function (line, number) { line.setAttribute("aria-selected", String(hits.length > 0 && number === at)); });
  }

  function go(number) {
    if (!hits[number]) { return; }
    map.fitBounds(hits[number].getBounds(), { maxZoom: 15, padding: [60, 60] });
    choose(hits[number]);
    list.textContent = "";
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter") { go(at); }
    if (event.key === "Escape") { list.textContent = ""; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = Math.max(0, Math.min(hits.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      mark();
    }
  });
  field.addEventListener("blur", function () { list.textContent = ""; });

  /* ---- legend and scale ---- */
  var legend = L.control({ position: "bottomright" }), classes = make("section");

  function listClasses() {
    classes.textContent = "";
    PAGE.themes[at_theme].classes.forEach(function (entry, number) {
      var line = make("div"), swatch = make("i");
      swatch.style.backgroundColor = PAGE.themes[at_theme].colours[number];
      line.appendChild(swatch);
      line.appendChild(make("span", entry.label));
      line.appendChild(make("span", filled(words.cells, { count: entry.count.toLocaleString() }), "count"));
      classes.appendChild(line);
    });
  }

  function showTheme(number) {
    at_theme = number;
    cells.setStyle(styleOf);
    if (chosen) { chosen.setStyle(lit); }
    if (said && chosen && map.hasLayer(said)) { said.setContent(facts(chosen.feature, said.place)); }
    listClasses();
    document.querySelector("header h1").textContent = PAGE.themes[number].heading;
    document.body.dataset.theme = PAGE.themes[number].title;
  }

  listClasses();
  legend.onAdd = function () {
    var box = make("section", undefined, "legend");
    var fold = make("button", words.legend, "fold");
    fold.type = "button";
    fold.setAttribute("aria-expanded", "false");
    fold.addEventListener("click", function () { fold.setAttribute("aria-expanded", String(box.classList.toggle("open"))); });
    box.appendChild(fold);
    if (PAGE.themes.length > 1) {
      var choice = make("select", undefined, "themes");
      choice.setAttribute("aria-label", words.choose);
      PAGE.themes.forEach(function (theme, number) { choice.appendChild(make("option", theme.title)).value = number; });
      choice.addEventListener("change", function () { showTheme(Number(choice.value)); });
      box.appendChild(choice);
    } else {
      box.appendChild(make("h2", PAGE.themes[0].title));
    }
    box.appendChild(classes);
    if (PAGE.homes.length) {
      var row = make("label", undefined, "homes"), tick = make("input");
      tick.type = "checkbox";
      tick.addEventListener("change", function () { showHomes(tick.checked); });
      row.appendChild(tick);
      row.appendChild(make("span", words.homes));
      box.appendChild(row);
    }
    var used = Object.keys(PAGE.levels).filter(function (level) {
      return PAGE.hazards.features.some(function (feature) { return feature.properties.l === level; });
    });
    if (used.length) { box.appendChild(make("h2", words.hazards)); }
    used.forEach(function (level) {
      var line = make("div"), drawing = document.createElementNS(SVG, "svg"), shelf = document.createElementNS(SVG, "defs");
      var swatch = document.createElementNS(SVG, "rect"), look = PAGE.levels[level];
      shelf.appendChild(hatch("legend-" + level, look));
      drawing.appendChild(shelf);
      var attributes = { x: 1, y: 1, width: 22, height: 13, fill: "url(#legend-" + level + ")", stroke: look.edge, "stroke-width": 1.6 };
      Object.keys(attributes).forEach(function (key) { swatch.setAttribute(key, attributes[key]); });
      drawing.appendChild(swatch);
      line.appendChild(drawing);
      line.appendChild(make("span", look.title));
      box.appendChild(line);
    });
    L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
    return box;
  };
  legend.addTo(map);

  var scale = L.control.scale({ imperial: false, maxWidth: 130 });
  scale._updateMetric = function (most) {
    var metres = this._getRoundNum(most);
    this._updateScale(this._mScale, metres < 1000 ? filled(words.metres, { number: metres }) : filled(words.kilometres, { number: metres / 1000 }), metres / most);
  };
  scale.addTo(map);

  /* ---- first picture ---- */
  var homeZoom = null;

  function home() {
    map.fitBounds(PAGE.bounds, { padding: [14, 14], animate: false });
    homeZoom = map.getZoom();
  }

  var whole = L.control({ position: "topleft" });
  whole.onAdd = function () {
    var box = make("div", undefined, "leaflet-bar leaflet-control"), button = make("a", words.whole, "whole");
    button.href = "#";
    button.setAttribute("role", "button");
    L.DomEvent.on(button, "click", function (event) { L.DomEvent.stop(event); home(); });
    box.appendChild(button);
    return box;
  };
  whole.addTo(map);

  home();
  map.on("resize", function () { if (map.getZoom() === homeZoom) { home(); } });
  window.addEventListener("beforeprint", function () { map.invalidateSize({ animate: false }); });
  window.requestAnimationFrame(function () {
    window.requestAnimationFrame(function () {
      document.body.dataset.drawn = layers.filter(function (layer) { return layer._parts && layer._parts.length; }).length;
    });
  });
  return { cells: cells, hazards: hazards, showTheme: showTheme, showHomes: showHomes };
}
