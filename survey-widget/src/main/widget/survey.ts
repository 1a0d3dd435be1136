/** What the survey-service sends and takes, as JSON. */

export interface ShowIf {
  question: string;
  atMost?: number;
  atLeast?: number;
  anyOf?: string[];
}

export interface Part {
  id: string;
  text: string;
}

export interface Question {
  id: string;
  kind: 'csat' | 'nps' | 'ces' | 'rating' | 'choice' | 'text';
  text: string;
  required?: boolean;
  showIf?: ShowIf;
  /** How many points the scale has: an nps has 11, from 0. */
  points?: number;
  low?: string;
  high?: string;
  /** Whether a score takes a comment. */
  comment?: boolean;
  aspects?: Part[];
  many?: boolean;
  options?: Part[];
  maxLength?: number;
}

export interface Look {
  accent: string;
  background: string;
  text: string;
  position: 'bottom-right' | 'bottom-left' | 'centre' | 'inline';
}

export interface Survey {
  id: string;
  language: string;
  title?: string;
  questions: Question[];
  thanks?: string;
  look: Look;
}

export interface Offer {
  id: string;
  token?: string;
  language: string;
  expiresAt: string;
  survey: Survey;
  /** Given so far; only links tell. */
  answers?: Record<string, Answer>;
}

export interface Answer {
  value?: number;
  comment?: string;
  values?: Record<string, number>;
  options?: string[];
  text?: string;
}

export type Answers = Map<string, Answer>;

/** The questions that are shown to whom answered so: the same rule as the server's `Definition.shown`. */
export function shown(questions: Question[], answers: Answers): Question[] {
  const counting: Answers = new Map();
  return questions.filter((question) => {
    const shows = !question.showIf || holds(question.showIf, counting.get(question.showIf.question));
    const answer = answers.get(question.id);
    if (shows && answer) {
      counting.set(question.id, answer);
    }
    return shows;
  });
}

function holds(condition: ShowIf, answer?: Answer): boolean {
  if (answer?.value !== undefined) {
    return (
      (condition.atMost !== undefined && answer.value <= condition.atMost) ||
      (condition.atLeast !== undefined && answer.value >= condition.atLeast)
    );
  }
  return !!answer?.options && !!condition.anyOf?.some((option) => answer.options!.includes(option));
}

/** Whether the server would take it: a required rating needs every aspect. */
export function complete(question: Question, answer?: Answer): boolean {
  return (
    !!answer &&
    (question.kind !== 'rating' ||
      !question.required ||
      Object.keys(answer.values || {}).length === question.aspects!.length)
  );
}

/** Required questions that are shown and lack an answer. */
export function missing(questions: Question[], answers: Answers): Question[] {
  return shown(questions, answers).filter(
    (question) => question.required && !complete(question, answers.get(question.id)),
  );
}
