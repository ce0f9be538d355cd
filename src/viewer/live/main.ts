/** Keeps a page that `factweave view --serve` sent up to date: loads a new one, or says why there is none. */

interface Problem {
  readonly place: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What the server tells: the version of its page, and the errors since, some of many. */
interface State {
  readonly version: string;
  readonly problems: readonly Problem[];
  readonly more: number;
}

const own: { version: string } = JSON.parse(document.getElementById('live')?.textContent ?? '{}');
const events = new EventSource('/events');
events.addEventListener('message', (event: MessageEvent<string>) => {
  const state: State = JSON.parse(event.data);
  if (state.version !== own.version) location.reload();
  else show(state);
});
events.addEventListener('error', () => {
  if (events.readyState === EventSource.CLOSED) location.reload();
  else showGone();
});

/** The browser goes on trying; the next state that comes takes the words away. */
function showGone(): void {
  const panel = panelOf();
  panel.hidden = false;
  panel.replaceChildren(
    element('h2', 'Not live'),
    element(
      'p',
      '«factweave view --serve» does not answer: it was stopped, or is starting anew. The page stays as it is.',
    ),
  );
}

function panelOf(): HTMLElement {
  return document.getElementById('problems') ?? document.body.appendChild(emptyPanel());
}

/** Problems are texts: none of them becomes markup. */
function show({ problems, more }: State): void {
  const panel = panelOf();
  panel.replaceChildren();
  panel.hidden = problems.length === 0;
  if (problems.length === 0) return;
  const count = problems.length + more;
  const meanwhile =
    own.version === '0' ? 'there is no picture yet' : 'the picture is the last one without any';
  panel.append(element('h2', `${count === 1 ? '1 error' : `${count} errors`}: ${meanwhile}`));
  for (const { place, code, message, hint } of problems) {
    const item = element('p', '');
    item.append(element('code', place), ` error ${code}: ${message}`, element('small', hint));
    panel.append(item);
  }
  if (more > 0) panel.append(element('p', `and ${more} more`));
}

function emptyPanel(): HTMLElement {
  const panel = document.createElement('section');
  panel.id = 'problems';
  panel.setAttribute('role', 'alert');
  panel.setAttribute('aria-label', 'Problems');
  return panel;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

export {};
