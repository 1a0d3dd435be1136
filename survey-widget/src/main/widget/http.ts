/** Talks to the survey-service. */

/** What the server did not do, and why; status 0 where it was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** The last part of the problem's type, such as `offer-expired`. */
    readonly name: string,
    detail = '',
    /** In milliseconds, where the server said so. */
    readonly retryAfter?: number,
  ) {
    super(detail || name);
  }

  /** Whether the same may work later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const PATIENCE = 15_000;

const hex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => (byte + 256).toString(16).slice(1)).join('');

/** All calls of one page belong to one trace; whether it is recorded is for the server to decide. */
const TRACE = hex(16);

export interface Call {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Whether it goes on while the page goes away. */
  parting?: boolean;
}

/** The JSON of the answer, undefined where it is empty; anything but success is thrown as a {@link Problem}. */
export async function call<T>({ method, url, headers, body, parting }: Call): Promise<T | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  headers = { ...headers, traceparent: `00-${TRACE}-${hex(8)}-00` };
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive: parting,
      credentials: 'omit',
      signal: abort.signal,
    });
    const text = await response.text();
    if (response.ok) {
      return text ? JSON.parse(text) : undefined;
    }
    throw problem(response, text);
  } catch (e) {
    throw e instanceof Problem ? e : new Problem(0, 'unreachable');
  } finally {
    clearTimeout(timer);
  }
}

function problem(response: Response, text: string): Problem {
  const seconds = Number(response.headers.get('Retry-After'));
  let said: { type?: string; detail?: string } = {};
  try {
    said = JSON.parse(text);
  } catch {
    // a proxy's own words
  }
  return new Problem(
    response.status,
    (said.type || '').split(':').pop() || 'status-' + response.status,
    said.detail,
    seconds > 0 ? seconds * 1000 : undefined,
  );
}
