/** Making elements. Texts become text nodes only: nothing of the data is ever read as markup. */

export interface Making {
  readonly class?: string;
  readonly text?: string;
  /** Names are the program's own; `false` leaves one out, `true` sets it empty. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  readonly click?: () => void;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  making: Making = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (making.class !== undefined) element.className = making.class;
  if (making.text !== undefined) element.textContent = making.text;
  for (const [name, value] of Object.entries(making.attributes ?? {})) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  if (making.click !== undefined) element.addEventListener('click', making.click);
  element.append(...children);
  return element;
}

export function button(text: string, click: () => void, making: Making = {}): HTMLButtonElement {
  return make('button', { ...making, text, click, attributes: { type: 'button', ...making.attributes } });
}

/**
 * Does what replaces buttons of an element, and leaves the focus where it was: on the button with the same words, or on
 * the element itself.
 */
export function keepingFocus(element: HTMLElement, change: () => void): void {
  const { activeElement } = document;
  const inside = activeElement instanceof HTMLElement && element.contains(activeElement);
  const text = activeElement?.textContent;
  change();
  if (!inside || activeElement.isConnected) return;
  const same = [...element.querySelectorAll('button')].find((one) => one.textContent === text);
  (same ?? element).focus();
}

/** Text of the data: its own direction, whatever stands around it. */
export function dataText(text: string): HTMLElement {
  return make('bdi', { text });
}
