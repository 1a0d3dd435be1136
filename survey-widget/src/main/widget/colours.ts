/** Colours that can be told apart, by the contrast of WCAG 2.1. All are `#rrggbb`. */

type Rgb = [number, number, number];

const read = (colour: string) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)) as Rgb;
const write = (rgb: number[]) => '#' + rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');

function luminance(colour: string): number {
  const [red, green, blue] = read(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of the second in the first. */
export function mix(one: string, other: string, share: number): string {
  const to = read(other);
  return write(read(one).map((part, i) => part + (to[i] - part) * share));
}

/** Black or white, whichever is read better on it. */
export function textOn(colour: string): string {
  return contrast(colour, '#ffffff') >= contrast(colour, '#14171c') ? '#ffffff' : '#14171c';
}

/** The colour itself, or moved as little towards `to` as it takes to stand out from all of `grounds`. */
export function readable(colour: string, to: string, atLeast: number, ...grounds: string[]): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const moved = mix(colour, to, share);
    if (grounds.every((ground) => contrast(moved, ground) >= atLeast)) {
      return moved;
    }
  }
  return to;
}
