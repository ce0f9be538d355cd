/** The help: keys, how to read the picture, how to share it. */
import { button, make } from './dom.ts';
import { WORDS } from './words.ts';

export interface Help {
  readonly dialog: HTMLDialogElement;
  /** Whether single letters are commands: readers who speak or tremble can switch that off (WCAG 2.1.4). */
  readonly keysOn: () => boolean;
}

export function createHelp(): Help {
  const box = make('input', { attributes: { type: 'checkbox', checked: true } });
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
    make('label', { class: 'keys-on' }, box, make('span', { text: WORDS.keysOn })),
    button(WORDS.close, () => dialog.close(), { class: 'wide' }),
  );
  // A click on what is behind closes too.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, keysOn: () => box.checked };
}
