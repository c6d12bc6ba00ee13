const openKeys = new Set();

export const byId = (id) => document.getElementById(id);

/** A new element; an attribute that is undefined is left out. */
export function make(tag, attributes = {}, content = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  if (content) element.textContent = content;
  return element;
}

/** A button that does something when it is pressed. */
export function button(words, onPress, attributes = {}) {
  const element = make('button', { type: 'button', ...attributes }, words);
  element.addEventListener('click', onPress);
  return element;
}

/** A control with its words above it. */
export function labelled(words, control, className = '') {
  const label = make('label', { class: className });
  label.append(make('span', {}, words), control);
  return label;
}

/** A short word in a coloured box. `kind` is '', 'good', 'slow' or 'bad'. */
export function tag(words, kind = '') {
  return make('span', { class: `tag ${kind}` }, words);
}

/** A cell that holds one tag. */
export function tagged(words, kind) {
  const cell = make('span', { class: 'state' });
  cell.append(tag(words, kind));
  return cell;
}

/** The views, or, when there are none, words that say so and a hint what to do. */
export function orEmpty(views, words, hint = '') {
  if (views.length > 0) return views;
  const empty = make('div', { class: 'empty' });
  empty.append(make('p', {}, words));
  if (hint) empty.append(make('p', { class: 'hint' }, hint));
  return [empty];
}

/** A line with an input that filters what is below it. */
export function filterLine(id, label, placeholder) {
  const filter = make('input', { id, type: 'search', 'aria-label': label, placeholder });
  const line = make('div', { class: 'bar-line' });
  line.append(filter);
  return { filter, line };
}

/** Whether one of the texts has these words in it. */
export function includes(words, ...texts) {
  const wanted = words.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

/** Draws into `root` when the answer, or what it is filtered by, has changed; open rows and the focus stay. */
export function drawer(root, render) {
  let drawn;
  return (answer, ...alsoBy) => {
    const wanted = JSON.stringify([answer, ...alsoBy]);
    if (wanted === drawn) return;
    drawn = wanted;
    const focused = root.contains(document.activeElement) ? document.activeElement.id : '';
    root.replaceChildren(...render(answer));
    if (focused) byId(focused)?.focus({ preventScroll: true });
  };
}

/** Keeps a row open over redraws, and makes its inside only when it is open. */
export function remember(details, key, inside) {
  const fill = () => {
    if (details.childElementCount === 1) details.append(inside());
  };
  details.open = openKeys.has(key);
  if (details.open) fill();
  details.addEventListener('toggle', () => {
    if (details.open) openKeys.add(key);
    else openKeys.delete(key);
    if (details.open) fill();
  });
}
