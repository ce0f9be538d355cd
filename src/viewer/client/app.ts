/** What the parts of the page share: the model, the state, and the one way to change it. */
import { toVisible, type Visible } from './filters.ts';
import { parseFragment, toFragment } from './fragment.ts';
import type { Model } from './model.ts';
import type { ViewState } from './state.ts';

export interface App {
  readonly model: Model;
  readonly state: ViewState;
  readonly visible: Visible;
  /** Changes the state. A selection makes a step in the history; filters replace the last one. */
  go(change: Partial<ViewState>): void;
  /** Tells a screen reader. */
  say(text: string): void;
}

export interface Part {
  readonly element: HTMLElement;
  /** Brings the element up to the state of the app. */
  render(): void;
}

export interface Frame {
  readonly say: (text: string) => void;
  readonly render: () => void;
}

export function createApp(model: Model, frame: Frame): App {
  let state = parseFragment(model, location.hash);
  let visible = toVisible(model, state.filter);
  const become = (next: ViewState) => {
    if (next.filter !== state.filter) visible = toVisible(model, next.filter);
    state = next;
    frame.render();
  };
  window.addEventListener('popstate', () => become(parseFragment(model, location.hash)));
  window.addEventListener('hashchange', () => {
    if (location.hash.slice(1) !== toFragment(model, state)) become(parseFragment(model, location.hash));
  });
  return {
    model,
    get state() {
      return state;
    },
    get visible() {
      return visible;
    },
    go(change) {
      // What only belonged to the last step goes with it.
      const next = {
        ...state,
        ...(('selection' in change || 'filter' in change) && { unknown: [] }),
        ...('selection' in change && { facts: undefined }),
        ...change,
      };
      keepAddress(toFragment(model, next), 'selection' in change || 'view' in change);
      become(next);
    },
    say: frame.say,
  };
}

function keepAddress(fragment: string, step: boolean): void {
  const address = `#${fragment}`;
  if (address === location.hash || (fragment === '' && location.hash === '')) return;
  try {
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Some browsers forbid or limit changing the address of a file: the page works without.
  }
}
