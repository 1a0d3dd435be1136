import { Card, writes } from './card.ts';
import { call, Problem } from './http.ts';
import { allKept, fresh, type Kept } from './keeping.ts';
import { Outbox } from './outbox.ts';
import type { Offer } from './survey.ts';
import type { Scheme } from './theme.ts';
import { words, type Words } from './words.ts';

export interface Settings {
  /** Where the survey-service is; where the script came from unless said otherwise. */
  url: string;
  /** A publishable token of the scope `survey:answer`, bound to the page's origin. */
  token?: string;
  /** The language to ask in; the page's unless said otherwise. */
  language?: string;
  /** For style elements, where the browser needs them. */
  nonce?: string;
  /** Whether it goes dark with the device. */
  theme?: Scheme;
  /** Words of the page's own in place of the widget's. */
  words?: Partial<Words>;
}

export interface Wish {
  conversation?: string;
  customer?: string;
  survey?: string;
  trigger?: string;
  channel?: string;
  language?: string;
  /** Where the card is to stand, an element or its selector; surveys whose position is `inline` look for `[data-deskpulse]`. */
  into?: Element | string;
  /** How many milliseconds to wait for an offer that the server makes itself; 10,000 where neither survey nor trigger is named. */
  wait?: number;
}

/** What became of it. */
export interface Result {
  outcome: 'finished' | 'dismissed' | 'not-offered' | 'failed';
  /** Why nothing was offered or it failed: the server's reason, or `already-closed`, `busy`, `unreachable`, ... */
  reason?: string;
  offer?: string;
  survey?: string;
  /** Whether the server has all of it; else it is kept, and sent later. */
  sent?: boolean;
  code?: string;
}

export type Tell = (type: string, detail: Record<string, unknown>) => void;

const EVERY = 1_000;

/** Asks people: finds or makes an offer, shows it, and sends what earlier pages left. One card at a time. */
export class Asking {
  private readonly outboxes = new Map<string, Outbox>();
  private open?: Card;

  constructor(
    private readonly settings: Settings,
    private readonly tell: Tell,
  ) {
    allKept()
      .filter((kept) => kept.words.length)
      .forEach((kept) => this.outbox(kept).send());
  }

  async ask(wish: Wish): Promise<Result> {
    try {
      const offer = await this.find(wish);
      if (typeof offer === 'string') {
        return { outcome: 'not-offered', reason: offer };
      }
      return await this.show(offer, { wish });
    } catch (e) {
      return this.failed(e);
    }
  }

  /** Shows the offer behind a link, in a page of its own. */
  async link(token: string, into: Element): Promise<Result> {
    try {
      const offer = await call<Offer>({ method: 'POST', url: `${this.settings.url}/s/${token}`, body: {} });
      return await this.show(offer!, { wish: { into }, link: token });
    } catch (e) {
      return this.failed(e);
    }
  }

  private failed(e: unknown): Result {
    const reason = e instanceof Problem ? e.name : 'unexpected';
    this.tell('error', { reason, message: (e as Error).message });
    return { outcome: 'failed', reason };
  }

  /** An offer that is there already, else one that is asked for; or why there is none. */
  private async find(wish: Wish): Promise<Offer | string> {
    const made = !!(wish.survey || wish.trigger);
    const patience = Date.now() + (wish.wait ?? (made ? 0 : 10_000));
    for (;;) {
      const pending = wish.conversation ? await this.pending(wish.conversation) : [];
      const wanted = pending.find((offer) => !this.closed(offer.id));
      if (wanted) {
        return wanted;
      }
      if (pending.length) {
        return 'already-closed';
      }
      if (Date.now() >= patience) {
        return made ? this.make(wish) : 'none-pending';
      }
      await new Promise((go) => setTimeout(go, EVERY));
    }
  }

  private async pending(conversation: string): Promise<Offer[]> {
    const url = `${this.settings.url}/v1/offers/pending?conversation=${encodeURIComponent(conversation)}`;
    return (await call<{ offers: Offer[] }>({ method: 'GET', url, headers: this.bearer() }))!.offers;
  }

  private async make({ conversation, customer, survey, trigger, channel, language }: Wish): Promise<Offer | string> {
    const made = await call<Offer & { offered: boolean; reason: string }>({
      method: 'POST',
      url: this.settings.url + '/v1/offers',
      headers: this.bearer(),
      body: { conversation, customer, survey, trigger, channel, language: language || this.settings.language },
    });
    return made!.offered ? made! : made!.reason;
  }

  private closed(id: string): boolean {
    return allKept().some((kept) => kept.id === id && kept.closed);
  }

  private bearer(): Record<string, string> {
    return { Authorization: 'Bearer ' + this.settings.token };
  }

  private outbox(kept: Kept): Outbox {
    let outbox = this.outboxes.get(kept.id);
    if (!outbox) {
      outbox = kept.link
        ? new Outbox(kept, { base: `${this.settings.url}/s/${kept.link}`, headers: {} })
        : new Outbox(kept, {
            base: `${this.settings.url}/v1/offers/${kept.id}`,
            headers: { ...this.bearer(), 'Offer-Token': kept.token! },
          });
      const about = { offer: kept.id };
      outbox.addEventListener('refused', (event) => {
        const { name, message } = (event as CustomEvent<Problem>).detail;
        this.tell('error', { ...about, reason: name, message });
      });
      outbox.addEventListener('finished', () => this.tell('sent', about));
      this.outboxes.set(kept.id, outbox);
    }
    return outbox;
  }

  private async show(offer: Offer, { wish, link }: { wish: Wish; link?: string }): Promise<Result> {
    if (this.open) {
      return { outcome: 'not-offered', reason: 'busy' };
    }
    const { survey } = offer;
    const about = { offer: offer.id, survey: survey.id, conversation: wish.conversation };
    const kept = allKept().find((each) => each.id === offer.id) || fresh(offer, link);
    const outbox = this.outbox(kept);
    const card = (document.createElement('deskpulse-survey') as Card).of(
      offer,
      outbox,
      words(survey.language, this.settings.words),
      { into: place(wish, survey.look.position), page: !!link, scheme: this.settings.theme || 'auto', nonce: this.settings.nonce },
    );
    this.open = card;
    this.tell('offered', about);
    if (survey.look.position === 'centre' && !wish.into) {
      await quiet();
    }
    return new Promise((resolve) => {
      let finishing = false;
      const settle = (outcome: Result['outcome']) =>
        resolve({ outcome, offer: offer.id, survey: survey.id, sent: !outbox.waiting, code: outbox.finished?.code });
      const leave = () => (this.open = undefined);
      for (const type of ['shown', 'answered', 'finished', 'dismissed']) {
        card.addEventListener(type, (event) => this.tell(type, { ...about, ...(event as CustomEvent).detail }));
      }
      const settled = () => {
        if (finishing && (outbox.state !== 'saving' || outbox.finished)) {
          settle('finished');
        }
      };
      card.addEventListener('finished', () => {
        finishing = true;
        navigator.onLine ? settled() : settle('finished');
      });
      outbox.addEventListener('finished', settled);
      outbox.addEventListener('state', settled);
      outbox.addEventListener('refused', () => {
        if (outbox.gone) {
          resolve({ outcome: 'failed', reason: outbox.gone.name, offer: offer.id, survey: survey.id });
        }
      });
      card.addEventListener('dismissed', () => {
        leave();
        settle('dismissed');
      });
      card.addEventListener('closed', () => {
        leave();
        settle('finished');
      });
      ((place(wish, survey.look.position) as Element | null) || document.body).append(card);
    });
  }
}

function place(wish: Wish, position: string): Element | null {
  const into = typeof wish.into === 'string' ? document.querySelector(wish.into) : wish.into;
  return into || (position === 'inline' ? document.querySelector('[data-deskpulse]') : null);
}

/** Returns when nobody writes: a card in the middle takes the keyboard. */
function quiet(): Promise<void> {
  return new Promise((go) => {
    const look = () => {
      if (!writes(document.activeElement)) {
        removeEventListener('focusout', later, true);
        go();
      }
    };
    const later = () => setTimeout(look, 200);
    addEventListener('focusout', later, true);
    look();
  });
}
