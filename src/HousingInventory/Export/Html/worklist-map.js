// The map: a view in metres, drawn by the view box; places and letters keep their size on the screen. Only what is in sight is drawn.
const svg = $('map'), map = data.map, whole = [0, 0, map.width, map.height], layer = name => svg.querySelector('g.' + name);
const groups = { stop: layer('stop'), serv: layer('serv'), road: layer('road'), home: layer('home') }, names = all('.name text', svg);
let view = [...whole], picked = -1, onView = () => {};

const metresPerPixel = () => { const b = svg.getBoundingClientRect(); return b.width > 0 ? Math.max(view[2] / b.width, view[3] / b.height) : 0; };
// What is seen of the map is more than the view box when the page gives it another shape.
function sight(k) {
  const b = svg.getBoundingClientRect(), w = b.width * k / 2, h = b.height * k / 2, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2;
  return [x - w, y - h, x + w, y + h];
}
const within = (s, x, y, m = 0) => x >= s[0] - m && x <= s[2] + m && y >= s[1] - m && y <= s[3] + m;
function inSight() { const s = sight(metresPerPixel()); return i => within(s, map.x[i], map.y[i]); }

// Words come by weight; one that would lie over another waits until there is room.
class Room {
  constructor() { this.taken = []; }
  take(x, y, w, h) {
    if (this.taken.some(o => Math.abs(o[0] - x) < o[2] + w && Math.abs(o[1] - y) < o[3] + h)) return false;
    this.taken.push([x, y, w, h]);
    return true;
  }
}

function draw() {
  svg.setAttribute('viewBox', view.map(v => v.toFixed(1)).join(' '));
  const k = metresPerPixel();
  if (k <= 0) return;
  svg.classList.toggle('far', k > map.scales.places);
  const s = sight(k), room = new Room();
  drawPlaces(k, s);
  drawHomes(k, s, room);
  for (const t of names) {
    const x = +t.getAttribute('x'), y = +t.getAttribute('y');
    const free = room.take(x, y - 9 * k, t.textContent.length * 3.9 * k, 9 * k);
    t.toggleAttribute('hidden', !free);
    if (free) t.style.fontSize = (13 * k).toFixed(1) + 'px';
  }
  drawRoadNames(k, s, room);
  let step = 10 ** Math.floor(Math.log10(k * 110));
  step *= [5, 2, 1].find(f => f * step <= k * 110) ?? 1;
  $('bar').style.width = (step / k).toFixed(0) + 'px';
  $('metres').textContent = step < 1000 ? step + ' m' : step / 1000 + ' km';
  onView();
}
const drawSoon = later(draw);

function mark(into, look, x, y, k, title) {
  const e = svgTag('path', { d: look.path, transform: `translate(${x} ${y})scale(${(look.px * k).toFixed(2)})`, style: 'fill:' + look.colour }, into);
  if (title) svgTag('title', {}, e).textContent = title;
}
function drawPlaces(k, s) {
  groups.stop.replaceChildren(); groups.serv.replaceChildren();
  if (k > map.scales.places) return;
  for (const [x, y, kind, name, more] of map.stops) if (within(s, x, y)) mark(groups.stop, map.looks.stops[kind], x, y, k, name + more);
  for (const [x, y, kind, name] of map.services) if (within(s, x, y)) mark(groups.serv, map.looks.services[kind], x, y, k, name);
}
function drawRoadNames(k, s, room) {
  groups.road.replaceChildren();
  for (const [name, x, y, angle, length] of map.roads) {
    const w = name.length * 5.6 * k;
    if (length < w * 1.2 || length > w * 60 || !within(s, x, y) || !room.take(x, y, w / 2, 7 * k)) continue;
    svgTag('text', { x, y, dy: '.35em', 'text-anchor': 'middle', transform: `rotate(${angle} ${x} ${y})`, style: `font-size:${(10.5 * k).toFixed(2)}px` }, groups.road).textContent = name;
  }
}
// Homes near each other are one count, above a scale or where there are too many to tell apart.
function clusters(ids, cell) {
  const by = new Map();
  for (const i of ids) {
    const key = Math.floor(map.x[i] / cell) * 1e6 + Math.floor(map.y[i] / cell);
    const c = by.get(key);
    if (c) c.push(i); else by.set(key, [i]);
  }
  return [...by.values()];
}
const mostDots = 1200;
function drawHomes(k, s, room) {
  groups.home.replaceChildren();
  const seen = found.filter(i => within(s, map.x[i], map.y[i], 12 * k));
  const parts = k > map.scales.clusters ? clusters(seen, 46 * k) : seen.length > mostDots ? clusters(seen, 26 * k) : seen.map(i => [i]);
  // The best last, on top.
  for (const part of parts.reverse()) if (part.length === 1) dot(part[0], k); else cluster(part, k);
  if (k > map.scales.labels) return;
  for (const i of seen) {
    if (ranking.rank[i] > map.labelled && k > map.scales.outlines && i !== picked) continue;
    const word = String(ranking.rank[i]), x = map.x[i], y = map.y[i];
    if (room.take(x, y - 14 * k, word.length * 4 * k, 6 * k)) svgTag('text', { x, y: y - 10 * k, 'text-anchor': 'middle', class: 'place', style: `font-size:${(11 * k).toFixed(2)}px` }, groups.home).textContent = word;
  }
}
function dot(i, k) {
  const g = svgTag('g', { class: 's' + classOf(ranking.score[i]) + (i === picked ? ' on' : ''), 'data-i': i }, groups.home), x = map.x[i], y = map.y[i];
  if (k <= map.scales.outlines && map.outline[i]) svgTag('path', { d: map.outline[i], transform: `translate(${x} ${y})` }, g);
  else svgTag('circle', { cx: x, cy: y, r: (6.5 * k).toFixed(2) }, g);
  if (i === picked) svgTag('circle', { cx: x, cy: y, r: (13 * k).toFixed(2), class: 'ring' }, g);
}
function cluster(ids, k) {
  let x = 0, y = 0;
  for (const i of ids) { x += map.x[i]; y += map.y[i]; }
  x /= ids.length; y /= ids.length;
  const g = svgTag('g', { class: 'many' + (ids.includes(picked) ? ' on' : '') }, groups.home), r = 10 + 2.5 * Math.log10(ids.length) * 2;
  g.ids = ids;
  svgTag('circle', { cx: x, cy: y, r: (r * k).toFixed(2) }, g);
  svgTag('text', { x, y, dy: '.35em', 'text-anchor': 'middle', style: `font-size:${(11.5 * k).toFixed(2)}px` }, g).textContent = number(ids.length, 0);
  svgTag('title', {}, g).textContent = ids.length + ' ' + words.homes;
}

function zoom(f, x, y) {
  x ??= view[0] + view[2] / 2; y ??= view[1] + view[3] / 2;
  const w = Math.min(Math.max(view[2] * f, 150), whole[2] * 4);
  f = w / view[2];
  view = [x - (x - view[0]) * f, y - (y - view[1]) * f, w, view[3] * f];
  drawSoon();
}
function pan(x, y) { view[0] += x * view[2]; view[1] += y * view[3]; draw(); }
function showAll() { view = [...whole]; draw(); }
function bounds(ids) {
  let a = 1 / 0, b = 1 / 0, c = -1 / 0, d = -1 / 0;
  for (const i of ids) { a = Math.min(a, map.x[i]); b = Math.min(b, map.y[i]); c = Math.max(c, map.x[i]); d = Math.max(d, map.y[i]); }
  const m = Math.max(c - a, d - b) * .08 + 400;
  return [a - m, b - m, c - a + 2 * m, d - b + 2 * m];
}
const showHome = i => { view = [map.x[i] - 1500, map.y[i] - 1500, 3000, 3000]; draw(); };

// Hands on the map. The page scrolls under one finger and under the wheel; two fingers, Ctrl and the wheel, a mouse or the keys move the map.
const at = e => { const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; };
$('in').addEventListener('click', () => { zoom(.6); }); $('out').addEventListener('click', () => { zoom(1 / .6); }); $('whole').addEventListener('click', showAll);
all('.layers input').forEach(t => t.addEventListener('change', () => svg.classList.toggle('no-' + t.value, !t.checked)));
svg.addEventListener('wheel', e => { if (!e.ctrlKey && !e.metaKey) return; e.preventDefault(); zoom(e.deltaY < 0 ? .8 : 1.25, ...at(e)); }, { passive: false });
svg.addEventListener('touchmove', e => { if (e.touches.length > 1) e.preventDefault(); }, { passive: false });
svg.addEventListener('keydown', e => {
  const way = { ArrowLeft: [-.15, 0], ArrowRight: [.15, 0], ArrowUp: [0, -.15], ArrowDown: [0, .15] }[e.key];
  if (way) pan(...way); else if (e.key === '+' || e.key === '=') zoom(.6); else if (e.key === '-') zoom(1 / .6); else if (e.key === '0') showAll(); else return;
  e.preventDefault();
});
const held = new Map();
let drag = null, dragged = false;
const apart = () => { const [a, b] = [...held.values()]; return Math.hypot(a[0] - b[0], a[1] - b[1]); };
const middle = () => { const [a, b] = [...held.values()]; return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; };
function grab(e) {
  drag = held.size === 1 && e.pointerType !== 'touch' ? [...held.values()][0].concat(view) : held.size === 2 ? [...middle(), ...view] : null;
  if (held.size === 2) grab.apart = apart();
}
svg.addEventListener('pointerdown', e => { held.set(e.pointerId, [e.clientX, e.clientY]); dragged = held.size > 1; grab(e); });
svg.addEventListener('pointermove', e => {
  if (!held.has(e.pointerId)) return;
  held.set(e.pointerId, [e.clientX, e.clientY]);
  const k = svg.getScreenCTM().a;
  if (held.size === 2) {
    const [x, y] = middle(), wide = apart(), f = wide > 0 ? grab.apart / wide : 1;
    view[0] -= (x - drag[0]) / k; view[1] -= (y - drag[1]) / k;
    drag[0] = x; drag[1] = y; grab.apart = wide;
    zoom(f, ...at({ clientX: x, clientY: y }));
  } else if (drag) {
    const x = (e.clientX - drag[0]) / k, y = (e.clientY - drag[1]) / k;
    if (Math.abs(x * k) + Math.abs(y * k) > 4) { dragged = true; if (!svg.hasPointerCapture(e.pointerId)) svg.setPointerCapture(e.pointerId); }
    view = [drag[2] - x, drag[3] - y, drag[4], drag[5]];
    drawSoon();
  }
});
for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, e => { held.delete(e.pointerId); if (held.size) grab(e); else drag = null; });
svg.addEventListener('click', e => {
  if (dragged) return;
  const one = e.target.closest('[data-i]'), several = e.target.closest('.many');
  if (one) pick(+one.dataset.i, false);
  else if (several) { view = bounds(several.ids); drawSoon(); }
});
addEventListener('resize', drawSoon);
