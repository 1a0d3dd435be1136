type Child = Node | string | null | undefined | false;
type Properties = Record<string, string | number | boolean | null | undefined | ((event: any) => void)>;

/** An element. Functions become listeners, all else attributes; never one for style, which a strict policy forbids. */
export function h<T extends HTMLElement = HTMLElement>(tag: string, properties: Properties = {}, ...children: Child[]): T {
  return fitted(document.createElement(tag), properties, children) as T;
}

/** A drawing of 24 by 24, of lines. */
export function drawing(...paths: string[]): SVGElement {
  const svg = vector('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' });
  svg.append(...paths.map((d) => vector('path', { d })));
  return svg;
}

function vector(tag: string, properties: Properties): SVGElement {
  return fitted(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, []) as SVGElement;
}

function fitted(element: Element, properties: Properties, children: Child[]): Element {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== false && value != null) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...(children.filter((child) => child) as (Node | string)[]));
  return element;
}

/** A face, from unhappy (0) to happy (1). */
export function face(mood: number): SVGElement {
  const bend = (mood - 0.5) * 7;
  const lips = 15.2 - bend / 4;
  return drawing(
    'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z',
    'M8.7 9.2v.9M15.3 9.2v.9',
    `M8 ${lips.toFixed(1)}Q12 ${(lips + bend).toFixed(1)} 16 ${lips.toFixed(1)}`,
  );
}
