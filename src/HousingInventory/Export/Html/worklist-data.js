// What the run found, as it lies in the page: columns of values by the run's order, best first.
const $ = id => document.getElementById(id), all = (css, from) => [...(from ?? document).querySelectorAll(css)];
const root = document.documentElement, data = JSON.parse($('data').textContent), words = data.words, count = data.refs.length, sv = root.lang === 'sv';
const columns = new Map(data.columns.map(c => [c.name, c])), criteria = data.criteria, collator = new Intl.Collator(root.lang, { numeric: true });
const positionOf = new Map(data.refs.map((ref, i) => [ref, i]));

// An element with text in it, never markup: what registers hold stays words.
function make(tag, set, ...inside) {
  const e = document.createElement(tag);
  for (const a in set) if (set[a] !== null && set[a] !== undefined && set[a] !== false) { if (a === 'on') e.addEventListener('click', set.on); else e.setAttribute(a, set[a] === true ? '' : set[a]); }
  e.append(...inside.flat(Infinity).filter(x => x !== null && x !== undefined && x !== ''));
  return e;
}
const svgTag = (name, set, into) => { const e = document.createElementNS($('map').namespaceURI, name); for (const a in set) e.setAttribute(a, set[a]); into?.append(e); return e; };
const fill = (text, ...values) => values.reduce((t, v) => t.replace('#', v), text);

function number(value, decimals) {
  const text = Math.abs(value).toFixed(decimals), [whole, part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, sv ? '\u00a0' : ',');
  return (value < 0 && +text !== 0 ? '\u2212' : '') + grouped + (part ? (sv ? ',' : '.') + part : '');
}
// A value as it is sorted: a number, a text, or null for none.
function value(column, i) {
  const v = column.values[i];
  return column.texts ? (v ? column.texts[v - 1] : null) : v;
}
function shown(column, i) {
  const v = value(column, i);
  return v === null ? '' : typeof v === 'number' ? number(v, column.decimals ?? 0) : v;
}
const text = (name, i) => columns.has(name) ? shown(columns.get(name), i) : '';
const clock = s => String(Math.floor(s / 3600) % 24).padStart(2, '0') + ':' + String(Math.floor(s / 60) % 60).padStart(2, '0');
const minutes = s => { const m = Math.max(Math.round(s / 6) / 10, s > 0 ? .1 : 0); return number(m, m % 1 ? 1 : 0) + ' min'; };
// Runs a piece of work once, soon, however often it was asked for.
const later = work => { let asked = 0; return () => { clearTimeout(asked); asked = setTimeout(work, 16); }; };
