import { call, Problem } from './http.ts';
import { forget, keep, type Kept, type Word } from './keeping.ts';
import type { Answer } from './survey.ts';

/** How it stands: all is sent, something is on its way, or the server is not reached and all is kept. */
export type State = 'saved' | 'saving' | 'kept';

/** What `finish` brings. */
export interface Finished {
  code?: string;
}

/** Where the words of an offer go. */
export interface Address {
  base: string;
  headers: Record<string, string>;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Tells the server about one offer: word by word, in order, again and again until it is heard. What it holds is also kept on
 * the device, so that a page that goes away loses nothing.
 */
export class Outbox extends EventTarget {
  state: State = 'saved';
  /** Why the offer takes no more words. */
  gone?: Problem;
  finished?: Finished;

  private flying?: Word;
  private busy = false;
  private timer?: ReturnType<typeof setTimeout>;
  private wake?: () => void;

  constructor(
    readonly kept: Kept,
    private readonly address: Address,
  ) {
    super();
    addEventListener('online', () => this.hurry());
    addEventListener('pagehide', () => this.part());
    document.addEventListener('visibilitychange', () => document.hidden && this.send());
  }

  /** Notes an answer, null for none; a word about the same question that did not leave yet is replaced. */
  answer(question: string, answer: Answer | null, pause: number): void {
    const waiting = this.kept.words.find(
      (word) => word !== this.flying && 'question' in word && word.question === question,
    );
    if (waiting) {
      (waiting as { answer: Answer | null }).answer = answer;
    } else {
      this.kept.words.push({ question, answer });
    }
    this.note(pause);
  }

  /** Forgets words about a question that is no longer shown: the server takes its answer back itself. */
  drop(question: string): void {
    this.kept.words = this.kept.words.filter(
      (word) => word === this.flying || !('question' in word) || word.question !== question,
    );
  }

  shown(): void {
    this.kept.words.push({ shown: true });
    this.note(0);
  }

  finish(): void {
    this.kept.closed = true;
    this.kept.words.push({ finish: true });
    this.note(0);
  }

  /** The person wants no more of it; what was answered is still sent. */
  dismiss(): void {
    this.kept.closed = true;
    this.note(0);
  }

  /** Whether a word waits or is under way. */
  get waiting(): boolean {
    return this.kept.words.length > 0;
  }

  /** Sends after a pause in which more may come; each call begins the pause anew. */
  private note(pause: number): void {
    keep(this.kept);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
    if (pause === 0) {
      this.send();
    }
  }

  async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy) {
      return;
    }
    this.busy = true;
    let pause = FIRST_PAUSE;
    while (this.waiting && !this.gone) {
      const word = (this.flying = this.kept.words[0]);
      this.become(this.state === 'kept' ? 'kept' : 'saving');
      try {
        const answer = await this.tell(word);
        pause = FIRST_PAUSE;
        this.heard(word);
        if ('finish' in word) {
          this.ended((answer as Finished) || {});
        }
      } catch (e) {
        const problem = e as Problem;
        if (problem.passing) {
          this.become('kept');
          await this.rest(pause, problem.retryAfter);
          pause = Math.min(pause * 2, LONGEST_PAUSE);
        } else {
          this.refused(word, problem);
        }
      }
      this.flying = undefined;
    }
    this.busy = false;
    this.become('saved');
  }

  private tell(word: Word, parting = false): Promise<unknown> {
    const { base, headers } = this.address;
    if ('question' in word) {
      const url = `${base}/answers/${encodeURIComponent(word.question)}`;
      return word.answer
        ? call({ method: 'PUT', url, headers, body: word.answer, parting })
        : call({ method: 'DELETE', url, headers, parting });
    }
    return call({ method: 'POST', url: base + ('shown' in word ? '/shown' : '/finish'), headers, parting });
  }

  private heard(word: Word): void {
    this.kept.words = this.kept.words.filter((other) => other !== word);
    keep(this.kept);
  }

  private ended(finished: Finished): void {
    this.finished = finished;
    this.kept.words = [];
    forget(this.kept.id);
    this.dispatchEvent(new Event('finished'));
  }

  /** The server will not change its mind. Some refusals end the offer; a stale word about a hidden question does not. */
  private refused(word: Word, problem: Problem): void {
    const { status, name } = problem;
    if (status === 401 || status === 403) {
      // the page's token, not the offer: all stays kept for a page with a better one
      this.gone = problem;
    } else {
      this.heard(word);
      if (status === 404 || status === 410 || name === 'offer-finished') {
        this.gone = problem;
        this.kept.words = [];
        forget(this.kept.id);
      }
    }
    this.dispatchEvent(new CustomEvent('refused', { detail: problem }));
  }

  /** Until the time is over, or the device is connected again and the server did not ask for patience. */
  private rest(pause: number, retryAfter?: number): Promise<void> {
    return new Promise((go) => {
      const end = setTimeout(go, retryAfter ?? pause * (0.75 + Math.random() / 2));
      this.wake = retryAfter
        ? undefined
        : () => {
            clearTimeout(end);
            go();
          };
    });
  }

  private hurry(): void {
    this.wake?.();
    this.send();
  }

  /** The page goes away: what waits is sent at once and stays kept, as nobody will hear whether it arrived. */
  private part(): void {
    if (this.gone) {
      return;
    }
    for (const word of this.kept.words.slice(0, 4)) {
      this.tell(word, true).catch(() => undefined);
    }
  }

  private become(state: State): void {
    if (this.state !== state) {
      this.state = state;
      this.dispatchEvent(new Event('state'));
    }
  }
}
