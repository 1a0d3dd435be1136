import { drawing, face, h } from './dom.ts';
import type { Answer, Part, Question } from './survey.ts';
import { fill, type Words } from './words.ts';

/** Whoever is asked: gets an answer, or null where it was taken back, and whether it is still being written. */
export type Give = (answer: Answer | null, writing: boolean) => void;

/** A question as people see it: native inputs in a group that is named by its text. */
export function asked(question: Question, answer: Answer | undefined, words: Words, give: Give): HTMLElement {
  const id = 'q-' + question.id;
  const name = [
    question.text,
    question.required ? h('span', { class: 'must', 'aria-hidden': 'true' }, ' *') : null,
  ];
  const wrong = h('p', { class: 'wrong', id: id + '-wrong', role: 'alert' });
  if (question.kind === 'text') {
    const field = written(id, answer?.text, question.maxLength, question.required, words, (text) =>
      give(text ? { text } : null, true),
    );
    return h('div', { class: 'q', 'data-q': question.id }, h('label', { class: 'asked', for: id }, ...name), field, wrong);
  }
  const legend = h('legend', { class: 'asked' }, ...name);
  const inside =
    question.kind === 'choice'
      ? [choice(id, question, answer, give)]
      : question.kind === 'rating'
        ? rating(id, question, answer, words, give)
        : score(id, question, answer, words, give);
  return h(
    'fieldset',
    { class: 'q ' + question.kind, 'data-q': question.id, 'aria-describedby': id + '-wrong' },
    legend,
    // right below the scale, before its comment
    ...(question.comment ? [inside[0], wrong, inside[1]] : [...inside, wrong]),
  );
}

function score(id: string, question: Question, answer: Answer | undefined, words: Words, give: Give): Node[] {
  let value = answer?.value;
  let comment = answer?.comment || '';
  const tell = (writing: boolean) => value !== undefined && give(comment ? { value, comment } : { value }, writing);
  const parts: Node[] = [
    scale(id, question, value, words, (chosen) => {
      value = chosen;
      tell(false);
    }),
  ];
  if (question.comment) {
    const field = id + '-comment';
    parts.push(
      h(
        'div',
        { class: 'more' },
        h('label', { for: field }, words.comment, h('span', { class: 'muted' }, ` (${words.optional})`)),
        written(field, comment, 8000, false, words, (text) => {
          comment = text;
          tell(true);
        }),
      ),
    );
  }
  return parts;
}

/** Radio buttons in a row, with what the ends are called below; few points of satisfaction are faces. */
function scale(
  id: string,
  question: Question,
  value: number | undefined,
  words: Words,
  choose: (value: number) => void,
): HTMLElement {
  const first = question.kind === 'nps' ? 0 : 1;
  const count = question.points!;
  const last = first + count - 1;
  const faces = question.kind === 'csat' && count <= 5;
  const points = Array.from({ length: count }, (_, i) => {
    const point = first + i;
    const end = point === first ? question.low : point === last ? question.high : undefined;
    const name = fill(words.point, point, last);
    return h(
      'label',
      { class: 'point' },
      h('input', {
        type: 'radio',
        name: id,
        value: point,
        checked: point === value,
        required: question.required,
        'aria-label': end ? `${name}: ${end}` : name,
        change: () => choose(point),
      }),
      h('span', { class: 'mark' }, faces ? face(i / (count - 1)) : String(point)),
    );
  });
  const ends =
    question.low || question.high
      ? h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, question.low), h('span', {}, question.high))
      : null;
  return h('div', { class: faces ? 'scale faces' : count > 7 ? 'scale many' : 'scale' }, h('div', { class: 'points' }, ...points), ends);
}

function rating(id: string, question: Question, answer: Answer | undefined, words: Words, give: Give): Node[] {
  const values = { ...answer?.values };
  return question.aspects!.map((aspect) =>
    h(
      'fieldset',
      { class: 'aspect' },
      h('legend', {}, aspect.text),
      scale(
        `${id}-${aspect.id}`,
        question,
        values[aspect.id],
        words,
        (value) => {
          values[aspect.id] = value;
          give({ values: { ...values } }, false);
        },
      ),
    ),
  );
}

function choice(id: string, question: Question, answer: Answer | undefined, give: Give): HTMLElement {
  const chosen = new Set(answer?.options);
  const choose = (option: Part, on: boolean) => {
    if (!question.many) {
      chosen.clear();
    }
    on ? chosen.add(option.id) : chosen.delete(option.id);
    // in the survey's order, so that the same choice is the same answer
    const options = question.options!.map((each) => each.id).filter((each) => chosen.has(each));
    give(options.length ? { options } : null, false);
  };
  return h(
    'div',
    { class: 'options' },
    ...question.options!.map((option) =>
      h(
        'label',
        { class: 'option' },
        h('input', {
          type: question.many ? 'checkbox' : 'radio',
          name: id,
          value: option.id,
          checked: chosen.has(option.id),
          change: (event: Event) => choose(option, (event.target as HTMLInputElement).checked),
        }),
        h('span', { class: 'mark' }, drawing('M5 12.5l4.5 4.5L19 7.5'), option.text),
      ),
    ),
  );
}

const NEARLY_FULL = 100;

function written(
  id: string,
  text: string | undefined,
  longest = 2000,
  required: boolean | undefined,
  words: Words,
  write: (text: string) => void,
): HTMLElement {
  const left = h('p', { class: 'left muted', 'aria-live': 'polite' });
  const field = h<HTMLTextAreaElement>('textarea', {
    id,
    rows: 2,
    maxlength: longest,
    dir: 'auto',
    required,
    'aria-describedby': id + '-wrong',
    input: () => {
      const free = longest - field.value.length;
      left.textContent = free <= NEARLY_FULL ? fill(words.left, free) : '';
      write(field.value.trim());
    },
  });
  field.value = text || '';
  return h('div', { class: 'written' }, field, left);
}
