import { Asking, type Result, type Settings, type Wish } from './asking.ts';
import { Card } from './card.ts';

/** What pages call: `Deskpulse.init(...)`, `await Deskpulse.ask(...)`, `Deskpulse.on(...)`. */
class Deskpulse extends EventTarget {
  private asking?: Asking;
  private readonly running = new Map<string, Promise<Result>>();

  init(settings: Partial<Settings>): void {
    this.asking = new Asking(
      {
        ...settings,
        url: (settings.url || origin).replace(/\/+$/, ''),
        language: settings.language || document.documentElement.lang || navigator.language,
        nonce: settings.nonce || script?.nonce,
      },
      (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail })),
    );
  }

  /** Asks, if there is something to ask; the promise is kept when the person has finished or closed it. Never rejects. */
  ask(wish: Wish): Promise<Result> {
    if (!this.asking) {
      return Promise.resolve<Result>({ outcome: 'failed', reason: 'not-initialised' });
    }
    const key = JSON.stringify([wish.conversation, wish.survey, wish.trigger]);
    const result = this.running.get(key) || this.asking.ask(wish).finally(() => this.running.delete(key));
    this.running.set(key, result);
    return result;
  }

  /** Listens to an event; returns what ends that. */
  on(type: string, listener: (event: CustomEvent) => void): () => void {
    this.addEventListener(type, listener as EventListener);
    return () => this.removeEventListener(type, listener as EventListener);
  }

  /** The offer behind a link, in a page of its own. */
  link(token: string, into: Element): Promise<Result> {
    return this.asking!.link(token, into);
  }
}

const script = document.currentScript as HTMLScriptElement | null;
const origin = new URL(script?.src || location.href).origin;

function start(): void {
  const early = (window as any).Deskpulse;
  if (early instanceof EventTarget) {
    return;
  }
  if (!customElements.get('deskpulse-survey')) {
    customElements.define('deskpulse-survey', Card);
  }
  const deskpulse = new Deskpulse();
  (window as any).Deskpulse = deskpulse;
  const { token, language, theme, url, link } = script?.dataset || {};
  if (token) {
    deskpulse.init({ url, token, language, theme: theme as Settings['theme'] });
  }
  // what was called before the script had come
  for (const [name, resolve, ...given] of early?.q || []) {
    Promise.resolve((deskpulse as any)[name](...given)).then(resolve);
  }
  dispatchEvent(new CustomEvent('deskpulse:ready'));
  if (link !== undefined) {
    page(deskpulse, link);
  }
}

/** The hosted page: its address ends with the token, and `data-link` names the element that the survey stands in. */
function page(deskpulse: Deskpulse, selector: string): void {
  const into = document.querySelector(selector);
  if (!into) {
    return;
  }
  const [url, token] = location.href.split(/\/s\/|[?#]/);
  deskpulse.init({ url });
  deskpulse.on('offered', () => into.replaceChildren());
  deskpulse.link(token, into).then(({ outcome, reason }) => {
    into.classList.add(outcome);
    if (!into.querySelector('deskpulse-survey') && /^(offer-|not-found)/.test(reason || '')) {
      // it was finished or has ended meanwhile: the server has a page for that, without script
      location.reload();
    }
  });
}

start();
