/** A search field with suggestions, after the ARIA pattern of a combobox with a list. */
import { dataText, make } from './dom.ts';
import { WORDS } from './words.ts';

export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  readonly choose: () => void;
}

export interface Asking {
  /** Unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly find: (query: string) => readonly Suggestion[];
  readonly say: (text: string) => void;
  /** Whether the field keeps the label of what was chosen. */
  readonly keeps?: boolean;
}

export interface Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
}

export function createCombobox(asking: Asking): Combobox {
  const listId = `${asking.id}-list`;
  const input = make('input', {
    attributes: {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-label': asking.label,
      placeholder: asking.hint,
    },
  });
  const list = make('ul', {
    attributes: { id: listId, role: 'listbox', 'aria-label': asking.label, hidden: true },
  });
  const element = make('div', { class: 'combobox' }, input, list);
  listen({ input, list, asking });
  return { element, input };
}

interface Wires {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly asking: Asking;
}

function listen({ input, list, asking }: Wires): void {
  let found: readonly Suggestion[] = [];
  let active = -1;
  const mark = (index: number) => {
    active = index;
    [...list.children].forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    });
    const option = list.children[index];
    if (option === undefined || found.length === 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const choose = (suggestion: Suggestion) => {
    input.value = asking.keeps ? suggestion.label : '';
    found = [];
    close();
    suggestion.choose();
  };
  const suggest = () => {
    found = asking.find(input.value);
    list.replaceChildren(...optionsOf(found, { id: asking.id, query: input.value, choose }));
    list.hidden = list.childElementCount === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(found.length > 0 ? 0 : -1);
    if (input.value !== '') asking.say(found.length > 0 ? WORDS.matches(found.length) : WORDS.noMatch);
  };
  input.addEventListener('input', suggest);
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      if (list.hidden) suggest();
      else if (found.length > 0) mark((active + step + found.length) % found.length);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const suggestion = found[active];
      if (suggestion !== undefined && !list.hidden) choose(suggestion);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      // The first takes the list away, the next the text; then it is the page's.
      if (list.hidden && input.value === '') return;
      if (list.hidden) input.value = '';
      close();
      event.stopPropagation();
    }
  });
}

interface Listing {
  readonly id: string;
  readonly query: string;
  readonly choose: (one: Suggestion) => void;
}

function optionsOf(found: readonly Suggestion[], { id, query, choose }: Listing): HTMLElement[] {
  if (found.length === 0 && query.trim() === '') return [];
  if (found.length === 0) {
    return [
      make('li', {
        class: 'nothing',
        text: WORDS.noMatch,
        attributes: { role: 'option', 'aria-disabled': 'true' },
      }),
    ];
  }
  return found.map((suggestion, place) => {
    const option = make(
      'li',
      { attributes: { role: 'option', id: `${id}-${place}`, 'aria-selected': 'false' } },
      dataText(suggestion.label),
      make('span', { class: 'detail', text: suggestion.detail }),
    );
    // Otherwise the field loses the focus and closes the list before the click arrives.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => choose(suggestion));
    return option;
  });
}
