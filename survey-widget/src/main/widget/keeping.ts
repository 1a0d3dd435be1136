import type { Answer, Offer } from './survey.ts';

/** What is still to be told to the server: that the offer was seen, an answer (null: taken back), that it is finished. */
export type Word = { shown: true } | { question: string; answer: Answer | null } | { finish: true };

/** What is kept of an offer on this device until it is sent: no more than the answers and what opens the offer. */
export interface Kept {
  id: string;
  token?: string;
  link?: string;
  expiresAt: string;
  words: Word[];
  answers: [string, Answer][];
  /** The person has closed it, or finished. */
  closed?: boolean;
}

const PREFIX = 'deskpulse:';

/** The page may forbid to keep anything: then answers live as long as the page does. */
function storage<T>(work: (store: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

export function keep(kept: Kept): void {
  storage((store) => store.setItem(PREFIX + kept.id, JSON.stringify(kept)));
}

export function forget(id: string): void {
  storage((store) => store.removeItem(PREFIX + id));
}

/** All that is kept; what has expired is forgotten. */
export function allKept(): Kept[] {
  return (
    storage((store) =>
      Object.keys(store)
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => {
          const kept = parsed(store.getItem(key));
          if (kept && Date.parse(kept.expiresAt) > Date.now()) {
            return [kept];
          }
          store.removeItem(key);
          return [];
        }),
    ) || []
  );
}

export function fresh(offer: Offer, link?: string): Kept {
  return {
    id: offer.id,
    token: link ? undefined : offer.token,
    link,
    expiresAt: offer.expiresAt,
    words: [],
    answers: Object.entries(offer.answers || {}),
  };
}

function parsed(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text!);
    return Array.isArray(kept.words) && Array.isArray(kept.answers) ? kept : null;
  } catch {
    return null;
  }
}
