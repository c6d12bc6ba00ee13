import { byId } from './dom.js';

/** The event of the window after which everything shown is asked for again. */
export const changed = 'emulator-changed';

let toastTimer;

/** Does what a button says, tells how it went in the words `work` resolves with, and shows what has changed. */
export async function act(work) {
  try {
    toast(await work());
  } catch (error) {
    toast(error.message);
  }
  dispatchEvent(new Event(changed));
}

/** Asks before something that cannot be undone; resolves with whether the person said `yes`. */
export function confirmed(words, yes) {
  const dialog = byId('question');
  byId('question-words').textContent = words;
  byId('question-yes').textContent = yes;
  byId('question-yes').onclick = () => dialog.close('yes');
  byId('question-no').onclick = () => dialog.close('no');
  dialog.returnValue = 'no';
  dialog.showModal();
  byId('question-no').focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

function toast(words) {
  byId('toast').textContent = words;
  byId('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    byId('toast').hidden = true;
  }, 3000);
}
