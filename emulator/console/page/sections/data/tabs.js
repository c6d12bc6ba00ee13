import { make } from '../../dom.js';

/** Tabs over one panel: `{ key: [title, show] }`, where `show(panel)` fills it. Arrow keys go from tab to tab. */
export function tabs(choices) {
  const element = make('div', { class: 'tabs' });
  const list = make('div', { role: 'tablist', class: 'tab-list' });
  const panel = make('div', { role: 'tabpanel', id: 'tab-panel', 'aria-live': 'polite' });
  let opened = '';
  const open = (key) => {
    opened = key;
    for (const tab of list.children) {
      const isOpen = tab.dataset.key === key;
      tab.setAttribute('aria-selected', String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    void choices[key][1](panel);
  };
  for (const [key, [title]] of Object.entries(choices)) list.append(tabView(key, title, open));
  list.addEventListener('keydown', (event) => moveFocus(list, event));
  element.append(list, panel);
  const first = () => open(opened || Object.keys(choices)[0]);
  return { element, open, openAgain: first, isNew: () => opened === '' };
}

function tabView(key, title, open) {
  const attributes = { type: 'button', role: 'tab', id: `tab-${key}`, 'data-key': key, 'aria-controls': 'tab-panel' };
  const tab = make('button', attributes, title);
  tab.addEventListener('click', () => open(key));
  return tab;
}

function moveFocus(list, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const all = [...list.children];
  const at = all.indexOf(document.activeElement);
  if (step === undefined || at === -1) return;
  const next = all[(at + step + all.length) % all.length];
  next.focus();
  next.click();
}
