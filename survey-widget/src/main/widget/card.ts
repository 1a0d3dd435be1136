import { drawing, h } from './dom.ts';
import { Outbox } from './outbox.ts';
import { asked } from './questions.ts';
import { complete, missing, shown, type Answer, type Answers, type Offer, type Question } from './survey.ts';
import { dress, type Scheme } from './theme.ts';
import { direction, type Words } from './words.ts';

/** How a card is shown. */
export interface Place {
  /** The element it stands in; without one it floats. */
  into?: Element | null;
  /** A page of its own: nothing to close. */
  page?: boolean;
  scheme: Scheme;
  nonce?: string;
}

const CHOSEN = 250;
const WRITTEN = 900;
const SEEN = 500;
const TICK = 'M5 12.5l4.5 4.5L19 7.5';
const CROSS = ['M6 6l12 12', 'M18 6L6 18'];
const CLOUD = ['M12 8v5', 'M12 16.5v.1', 'M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4z'];

/**
 * Shows an offer in a shadow root and hands what the person does to the outbox. Tells `shown` once it is really seen,
 * `answered` with each answer, `finished` and `dismissed`.
 */
export class Card extends HTMLElement {
  private offer!: Offer;
  private outbox!: Outbox;
  private words!: Words;
  private place!: Place;
  private answers: Answers = new Map();
  private drawn = new Map<string, HTMLElement>();
  private root!: ShadowRoot;
  private card!: HTMLElement;
  private body!: HTMLElement;
  private footer!: HTMLElement;
  private state!: HTMLElement;
  private origin: Element | null = null;
  private over = false;
  /** Tells that it is shown, until that is told. */
  private seen?: () => void;
  private readonly parting = new AbortController();

  /** Everything that it shows; call once, before it is put in a page. */
  of(offer: Offer, outbox: Outbox, words: Words, place: Place): this {
    this.offer = offer;
    this.outbox = outbox;
    this.words = words;
    this.place = place;
    this.answers = new Map(outbox.kept.answers);
    const { survey } = offer;
    const position = survey.look.position;
    const floats = !place.into;
    this.lang = survey.language;
    this.dir = direction(survey.language);
    this.className = place.page ? 'page' : !floats ? 'inline' : position === 'centre' ? 'centre' : `corner ${position === 'bottom-left' ? position : 'bottom-right'}`;
    this.root = this.attachShadow({ mode: 'open' });
    dress(this.root, survey.look, place.scheme, place.nonce);
    this.draw(floats, position === 'centre' && floats);
    outbox.addEventListener('state', () => this.told(), { signal: this.parting.signal });
    outbox.addEventListener('finished', () => this.over && this.thank(), { signal: this.parting.signal });
    outbox.addEventListener('refused', () => this.refused(), { signal: this.parting.signal });
    return this;
  }

  private draw(floats: boolean, modal: boolean): void {
    const { survey } = this.offer;
    this.body = h('div', { class: 'body' });
    this.state = h('p', { class: 'state', role: 'status' });
    this.footer = h('div', { class: 'foot' }, this.state, h('button', { class: 'button', type: 'submit' }, this.words.send));
    // a page has a heading, if only for those who hear it
    const title =
      survey.title || this.place.page
        ? h(this.place.page ? 'h1' : 'h2', { id: 'title', class: !survey.title && 'sr' }, survey.title || this.words.survey)
        : null;
    this.card = h(
      modal ? 'dialog' : 'section',
      {
        class: survey.title ? 'card' : 'card bare',
        role: floats ? 'dialog' : null,
        tabindex: floats ? -1 : null,
        'aria-labelledby': title ? 'title' : null,
        'aria-label': title ? null : this.words.survey,
        keydown: (event: KeyboardEvent) => {
          if (event.key === 'Escape' && floats && !event.isComposing) {
            event.stopPropagation();
            this.dismiss();
          }
        },
        cancel: (event: Event) => event.preventDefault(),
      },
      (title || floats) && h('div', { class: 'head' }, title, floats && this.cross()),
      h(
        'form',
        {
          novalidate: true,
          submit: (event: Event) => {
            event.preventDefault();
            this.finish();
          },
        },
        this.body,
        this.footer,
      ),
    );
    this.root.append(this.card);
    this.arrange(false);
  }

  private cross(): HTMLElement {
    return h(
      'button',
      { class: 'x', type: 'button', 'aria-label': this.words.close, title: this.words.close, click: () => this.dismiss() },
      drawing(...CROSS),
    );
  }

  connectedCallback(): void {
    const modal = this.card as HTMLDialogElement;
    this.origin = active();
    if (modal.showModal) {
      modal.showModal();
      this.card.focus();
    } else if (!this.place.into) {
      this.arrive();
    }
    this.watch();
  }

  disconnectedCallback(): void {
    this.parting.abort();
  }

  /** Takes the focus, but never from someone who writes: they hear of it instead. */
  private arrive(): void {
    if (!writes(this.origin)) {
      this.card.focus({ preventScroll: true });
      return;
    }
    const said = h('p', { class: 'sr', role: 'status' });
    this.root.append(said);
    setTimeout(() => (said.textContent = this.offer.survey.title || this.offer.survey.questions[0].text), 100);
  }

  /** Half of it in sight for a moment, in a page that is itself in sight. */
  private watch(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inSight = false;
    const look = () => {
      clearTimeout(timer);
      if (inSight && !document.hidden) {
        timer = setTimeout(seen, SEEN);
      }
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries[entries.length - 1];
        // a card that is higher than the window is seen when it fills half of that
        inSight = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2;
        look();
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    const end = () => {
      observer.disconnect();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
    const seen = () => {
      end();
      this.seen = undefined;
      this.outbox.shown();
      this.tell('shown');
    };
    this.seen = seen;
    observer.observe(this.card);
    document.addEventListener('visibilitychange', look);
    this.parting.signal.addEventListener('abort', end);
  }

  /** Puts the questions that are shown now in their order; what floats begins with the first one alone. */
  private arrange(moving: boolean): void {
    const { questions } = this.offer.survey;
    const now = shown(questions, this.answers);
    const start = !this.place.into && this.answers.size === 0 && !!questions[0].required && questions.length > 1;
    const wanted = start ? now.slice(0, 1) : now;
    const elements = wanted.map((question) => this.element(question, moving));
    for (const [id, element] of this.drawn) {
      if (!elements.includes(element)) {
        element.remove();
        this.drawn.delete(id);
      }
    }
    // only what is new is put in, so that nothing loses the focus
    elements.forEach((element, i) => {
      if (this.body.children[i] !== element) {
        this.body.insertBefore(element, this.body.children[i] || null);
      }
    });
    this.footer.hidden = start;
  }

  private element(question: Question, moving: boolean): HTMLElement {
    let element = this.drawn.get(question.id);
    if (!element) {
      element = asked(question, this.answers.get(question.id), this.words, (answer, writing) =>
        this.give(question, answer, writing),
      );
      element.addEventListener('focusout', () => this.outbox.send());
      element.classList.toggle('new', moving);
      this.drawn.set(question.id, element);
    }
    return element;
  }

  private give(question: Question, answer: Answer | null, writing: boolean): void {
    const { questions } = this.offer.survey;
    // who answers has seen it, however quickly
    this.seen?.();
    answer ? this.answers.set(question.id, answer) : this.answers.delete(question.id);
    const left = shown(questions, this.answers);
    for (const other of questions) {
      if (!left.includes(other) && this.answers.delete(other.id)) {
        this.outbox.drop(other.id);
      }
    }
    this.outbox.kept.answers = [...this.answers];
    if (!answer || complete(question, answer)) {
      this.outbox.answer(question.id, answer, writing ? WRITTEN : CHOSEN);
      this.tell('answered', { question: question.id, answer });
    }
    this.fault(question, '');
    this.arrange(true);
  }

  private finish(): void {
    const { questions } = this.offer.survey;
    const lacking = missing(questions, this.answers);
    shown(questions, this.answers).forEach((question) =>
      this.fault(
        question,
        !lacking.includes(question) ? '' : question.kind === 'rating' ? this.words.every : this.words.required,
      ),
    );
    if (lacking.length) {
      const inputs = [...this.drawn.get(lacking[0].id)!.querySelectorAll<HTMLElement>('input,textarea')];
      // of a rating, the first line without an answer
      const open = inputs.find(
        (input) => !inputs.some((other) => (other as HTMLInputElement).name === (input as HTMLInputElement).name && (other as HTMLInputElement).checked),
      );
      (open || inputs[0]).focus();
      return;
    }
    this.over = true;
    this.outbox.finish();
    this.tell('finished');
    if (this.outbox.state === 'kept' || !navigator.onLine) {
      this.thank();
    } else {
      const button = this.footer.querySelector('button')!;
      button.setAttribute('aria-disabled', 'true');
      this.state.textContent = this.words.saving;
    }
  }

  private fault(question: Question, text: string): void {
    const element = this.drawn.get(question.id);
    const wrong = element?.querySelector(':scope > .wrong');
    if (wrong && wrong.textContent !== text) {
      wrong.textContent = text;
      const group = element!.querySelector(':scope > .written textarea') || element!;
      text ? group.setAttribute('aria-invalid', 'true') : group.removeAttribute('aria-invalid');
    }
  }

  /** Says how it stands with what was answered. */
  private told(): void {
    const { state, gone } = this.outbox;
    if (gone) {
      return;
    }
    if (this.over) {
      if (state === 'kept') {
        this.thank();
      }
      return;
    }
    const kept = state === 'kept';
    if (state !== 'saving') {
      this.state.replaceChildren(
        ...(kept ? [drawing(...CLOUD), this.words.kept] : this.answers.size ? [drawing(TICK), this.words.saved] : []),
      );
    }
  }

  private refused(): void {
    const { gone } = this.outbox;
    if (!gone) {
      // such as a required question that the server misses: let the person see it
      if (this.over && !this.outbox.waiting) {
        this.over = false;
        this.footer.querySelector('button')!.removeAttribute('aria-disabled');
        this.state.textContent = this.words.failed;
      }
      return;
    }
    const { used, ended, failed } = this.words;
    this.end(CLOUD, gone.name === 'offer-finished' ? used : gone.status === 410 ? ended : failed, true);
  }

  private thank(): void {
    const { finished, waiting } = this.outbox;
    const code = finished?.code;
    this.end(
      [TICK],
      this.offer.survey.thanks || this.words.thanks,
      false,
      code && this.code(code),
      waiting && h('p', { class: 'muted later' }, this.words.later),
    );
  }

  private code(code: string): HTMLElement {
    const copied = h('button', { class: 'button plain', type: 'button', click: () => copy() }, this.words.copy);
    const copy = async () => {
      await navigator.clipboard?.writeText(code).then(
        () => (copied.textContent = this.words.copied),
        () => undefined,
      );
    };
    return h('div', { class: 'code' }, h('span', { class: 'muted' }, this.words.code), h('output', { tabindex: 0 }, code), copied);
  }

  /** The last thing it says. Whoever was in it stays in it. */
  private end(sign: string[], text: string, quiet: boolean, ...more: (Node | string | false | undefined)[]): void {
    const inside = this.root.activeElement;
    const said = h(this.place.page ? 'h1' : 'h2', { id: 'end', tabindex: -1 }, text);
    const floats = !this.place.into;
    this.card.classList.add('bare');
    this.card.replaceChildren(
      ...(floats ? [h('div', { class: 'head' }, this.cross())] : []),
      h(
        'div',
        { class: 'end', role: 'status' },
        h('div', { class: quiet ? 'sign quiet' : 'sign' }, drawing(...sign)),
        said,
        ...more,
        floats && h('button', { class: 'button plain', type: 'button', click: () => this.dismiss() }, this.words.close),
      ),
    );
    this.card.removeAttribute('aria-label');
    this.card.setAttribute('aria-labelledby', 'end');
    if (inside) {
      said.focus();
    }
  }

  /** Closes it; the focus goes back where it came from. */
  dismiss(): void {
    const inside = this.root.activeElement;
    const done = this.over || !!this.outbox.gone;
    if (!done) {
      this.outbox.dismiss();
    }
    this.remove();
    if (inside && this.origin instanceof HTMLElement) {
      this.origin.focus({ preventScroll: true });
    }
    this.tell(done ? 'closed' : 'dismissed');
  }

  private tell(type: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function active(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element;
}

/** Whether someone writes there. */
export function writes(element: Element | null): boolean {
  return !!element?.matches('textarea,select,[contenteditable=""],[contenteditable=true],input:not([type=button],[type=submit],[type=checkbox],[type=radio],[type=range],[type=image],[type=reset])');
}
