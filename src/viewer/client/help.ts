/** The help: keys, how to read the picture, how to share it. */
import { button, make } from './dom.ts';
import { WORDS } from './words.ts';

export function createHelp(): HTMLDialogElement {
  const keys = WORDS.keys.map(([key, does]) =>
    make('div', {}, make('dt', {}, make('kbd', { text: key })), make('dd', { text: does })),
  );
  const dialog = make(
    'dialog',
    { class: 'help', attributes: { 'aria-label': WORDS.help } },
    make('h2', { text: WORDS.help }),
    make('p', { text: WORDS.helpReading }),
    make('p', { text: WORDS.helpShare }),
    make('dl', {}, ...keys),
    button(WORDS.close, () => dialog.close(), { class: 'wide' }),
  );
  // A click on what is behind closes too.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
