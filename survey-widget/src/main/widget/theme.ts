import css from 'styles';
import { contrast, mix, readable, textOn } from './colours.ts';
import type { Look } from './survey.ts';

export type Scheme = 'auto' | 'light' | 'dark';

const STANDARD = { background: '#ffffff', text: '#1b1f24' };
const NIGHT = { background: '#1b1f27', text: '#eceff4' };

/** The colours of a look, each moved no further than it takes to be read. */
function colours(accent: string, background: string, wantedText: string): string {
  const best = textOn(background);
  const text = contrast(wantedText, background) < 4.5 ? best : wantedText;
  const field = mix(background, text, 0.045);
  const tint = mix(background, accent, 0.1);
  const on = textOn(accent);
  const all: Record<string, string> = {
    bg: background,
    text,
    muted: readable(mix(text, background, 0.35), text, 4.5, background, field),
    line: mix(background, text, 0.14),
    edge: readable(mix(background, text, 0.4), text, 3, background, field),
    field,
    tint,
    // what is written on it must be read; its rim tells it from what is behind
    fill: readable(accent, on === '#ffffff' ? '#000000' : '#ffffff', 4.5, on),
    rim: readable(accent, best, 3, background),
    on,
    ink: readable(accent, best, 4.5, background, tint),
    wrong: readable('#c62828', best, 4.5, background, field),
  };
  return Object.entries(all)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

/** The variables of a look. The standard one goes dark with the device, others stay what they are. */
export function variables(look: Look, scheme: Scheme): string {
  const own =
    look.background.toLowerCase() !== STANDARD.background || look.text.toLowerCase() !== STANDARD.text;
  const day = `:host{color-scheme:light;${colours(look.accent, look.background, look.text)}}`;
  const night = `:host{color-scheme:dark;${colours(look.accent, NIGHT.background, NIGHT.text)}}`;
  if (own || scheme === 'light') {
    return day;
  }
  return scheme === 'dark' ? night : `${day}@media(prefers-color-scheme:dark){${night}}`;
}

/** Styles a shadow root without a style attribute or element; where the browser cannot, by an element with the nonce. */
export function dress(root: ShadowRoot, look: Look, scheme: Scheme, nonce?: string): void {
  const all = css + variables(look, scheme);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(all);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    if (nonce) {
      style.nonce = nonce;
    }
    style.textContent = all;
    root.append(style);
  }
}
