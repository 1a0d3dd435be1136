/** What the widget says itself. */
const en = {
  survey: 'Survey',
  send: 'Send',
  close: 'Close',
  comment: 'Add a comment',
  optional: 'optional',
  point: '{0} of {1}',
  required: 'Please answer this question.',
  every: 'Please rate every line.',
  left: '{0} characters left',
  saved: 'Saved',
  saving: 'Saving …',
  kept: 'No connection. Your answers are kept on this device and sent as soon as it is back.',
  later: 'There is no connection just now. Your answers are kept on this device and sent as soon as it is back.',
  thanks: 'Thank you!',
  code: 'Your code',
  copy: 'Copy',
  copied: 'Copied',
  ended: 'This survey has ended, so your answer can no longer be taken.',
  used: 'You have answered this survey already. Thank you!',
  failed: 'The survey cannot be shown at the moment. Please try again later.',
  again: 'Try again',
};

export type Words = typeof en;

const zh: Words = {
  survey: '问卷',
  send: '提交',
  close: '关闭',
  comment: '补充说明',
  optional: '选填',
  point: '{0} 分（满分 {1} 分）',
  required: '请回答此问题。',
  every: '请为每一项打分。',
  left: '还可输入 {0} 个字',
  saved: '已保存',
  saving: '正在保存……',
  kept: '网络已断开。您的回答已保存在本设备上，恢复连接后会自动提交。',
  later: '当前没有网络。您的回答已保存在本设备上，恢复连接后会自动提交。',
  thanks: '谢谢！',
  code: '您的优惠码',
  copy: '复制',
  copied: '已复制',
  ended: '本次问卷已结束，无法再提交回答。',
  used: '您已经回答过这份问卷，谢谢！',
  failed: '暂时无法显示问卷，请稍后再试。',
  again: '重试',
};

/** Those of a language, with those that the page brings itself; English where there are none. */
export function words(language: string, own: Partial<Words> = {}): Words {
  return { ...(/^zh/i.test(language) ? zh : en), ...own };
}

export function fill(words: string, ...values: (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (_, i) => String(values[i]));
}

/** How a language is written. */
export function direction(language: string): 'rtl' | 'ltr' {
  return /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr';
}
