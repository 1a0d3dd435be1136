'use strict';
const words = {
  en: {
    nav: 'Shop', lamps: 'Lamps', bulbs: 'Bulbs', service: 'Service', language: 'Language', chat: 'Chat', messages: 'Messages',
    hero: 'Light that feels like evening.', heroText: 'Hand-finished lamps with a warm glow, repaired for free for ten years.',
    bedside: 'Bedside lamp', floor: 'Floor lamp', table: 'Table lamp', price1: '€89', price2: '€189', price3: '€119',
    behind: 'Behind the scenes',
    behindText: 'This page is a demo shop. Its chat is real to Deskpulse: every message becomes an event. End the chat, answer, and watch the score.',
    which: 'Survey after the chat', csat: 'Satisfaction (CSAT)', nps: 'Recommendation (NPS)', ces: 'Effort (CES)', quality: 'Service quality, several questions',
    link: 'Get the link instead', linked: 'Open the survey of this chat:', score: 'Satisfaction, last 24 hours', of: ' of 5', answers: 'Answers: {0}', none: 'no answers yet',
    happened: 'What the widget told the page', assistant: 'Assistant', colleague: 'Service team', end: 'End chat', new: 'New chat', write: 'Write a message', sendMessage: 'Send message',
    ended: 'The chat has ended.', notOffered: 'Nothing was asked: {0}', failed: 'Deskpulse did not answer: {0}', problem: 'That did not work: {0}',
    chips: ['Where is my order?', 'I want to return a lamp', 'Which lamp is warm?'], human: 'Talk to a person',
  },
  'zh-CN': {
    nav: '商店', lamps: '灯具', bulbs: '灯泡', service: '服务', language: '语言', chat: '在线客服', messages: '消息',
    hero: '让光，像黄昏一样温柔。', heroText: '手工打磨的暖光灯具，十年免费维修。',
    bedside: '床头灯', floor: '落地灯', table: '台灯', price1: '¥699', price2: '¥1,499', price3: '¥929',
    behind: '幕后',
    behindText: '这是一个演示商店。聊天对 Deskpulse 而言是真实的：每条消息都是一个事件。结束聊天、作出评价，看分数如何变化。',
    which: '聊天后的问卷', csat: '满意度（CSAT）', nps: '推荐意愿（NPS）', ces: '费力度（CES）', quality: '服务质量（多道问题）',
    link: '改用链接', linked: '打开本次聊天的问卷：', score: '近 24 小时满意度', of: ' / 5', answers: '{0} 份回答', none: '暂无回答',
    happened: '组件向页面报告的事件', assistant: '智能助手', colleague: '人工客服', end: '结束聊天', new: '新聊天', write: '输入消息', sendMessage: '发送消息',
    ended: '聊天已结束。', notOffered: '未发出问卷：{0}', failed: 'Deskpulse 没有响应：{0}', problem: '操作失败：{0}',
    chips: ['我的订单到哪了？', '我想退货', '哪款灯光更暖？'], human: '转人工',
  },
};
const $ = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
let language = asked.get('language') || (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
let chat;
const t = (name, ...values) => words[language][name].replace?.(/\{(\d)\}/g, (_, i) => values[i]) ?? words[language][name];

async function tell(path, body) {
  const response = await fetch(path, body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const said = await response.json();
  if (!response.ok) {
    throw new Error(said.problem);
  }
  return said;
}

function speak(wanted) {
  language = words[wanted] ? wanted : 'en';
  document.documentElement.lang = language;
  document.querySelectorAll('[data-t]').forEach((each) => (each.textContent = t(each.dataset.t)));
  document.querySelectorAll('[data-label]').forEach((each) => each.setAttribute('aria-label', t(each.dataset.label)));
  document.querySelectorAll('[data-hint]').forEach((each) => (each.placeholder = t(each.dataset.hint)));
  document.querySelectorAll('[data-language]').forEach((each) => each.setAttribute('aria-pressed', each.dataset.language === language));
  watch(score);
}

function say(text, from) {
  const line = document.createElement('p');
  line.className = from;
  line.textContent = text;
  $('messages').append(line);
  line.scrollIntoView({ block: 'nearest' });
}

async function begin() {
  $('messages').replaceChildren();
  $('linked').textContent = '';
  $('chat').hidden = false;
  $('open').hidden = true;
  document.querySelector('.chat header span').textContent = 'L';
  document.querySelector('.chat [data-t=assistant],.chat [data-t=colleague]').dataset.t = 'assistant';
  speak(language);
  chips([...t('chips'), t('human')]);
  try {
    chat = await tell('/chats', { language });
    say(chat.text, 'bot');
  } catch (e) {
    say(t('failed', e.message), 'note');
  }
}

function chips(texts) {
  $('chips').replaceChildren(
    ...texts.map((text) => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.textContent = text;
      chip.onclick = () => (text === t('human') ? escalate() : customer(text));
      return chip;
    }),
  );
}

async function customer(text) {
  say(text, 'customer');
  try {
    say((await tell('/messages', { conversation: chat.conversation, text })).text, 'bot');
  } catch (e) {
    say(t('problem', e.message), 'note');
  }
}

async function escalate() {
  chips([]);
  try {
    say((await tell('/escalations', { conversation: chat.conversation })).text, 'human');
    document.querySelector('.chat header span').textContent = 'M';
    document.querySelector('.chat [data-t=assistant]').dataset.t = 'colleague';
    speak(language);
  } catch (e) {
    say(t('problem', e.message), 'note');
  }
}

/** What every page does: tell the platform that the chat is over, then ask. */
async function end() {
  $('chat').hidden = true;
  try {
    const surveys = await tell('/surveys');
    await tell('/ends', { conversation: chat.conversation });
    const { conversation, customer } = chat;
    const result = await Deskpulse.ask({ conversation, customer, survey: surveys[$('survey').value], channel: 'web', language });
    document.documentElement.dataset.result = result.outcome;
    if (result.outcome === 'not-offered') {
      note(t('notOffered', result.reason));
    }
  } catch (e) {
    note(t('failed', e.message));
  } finally {
    $('open').hidden = false;
    if (document.activeElement === document.body) {
      $('open').focus();
    }
  }
}

async function link() {
  try {
    const { url, reason } = await tell('/links', { conversation: chat.conversation, survey: $('survey').value });
    if (!url) {
      $('linked').textContent = t('notOffered', reason);
      return;
    }
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    anchor.textContent = url;
    $('linked').replaceChildren(t('linked'), ' ', anchor);
  } catch (e) {
    $('linked').textContent = t('problem', e.message);
  }
}

function note(text, name) {
  const line = document.createElement('li');
  if (name) {
    const bold = document.createElement('b');
    bold.textContent = name;
    line.append(bold, ' ');
  }
  line.append(text);
  $('log').prepend(line);
}

let score;
function watch(answer) {
  score = answer;
  const point = answer?.series?.[0]?.points?.[0];
  const value = typeof point?.value === 'number' ? point.value.toFixed(2) : '–';
  if ($('score').textContent !== value) {
    $('score').textContent = value;
    $('score').classList.remove('moved');
    void $('score').offsetWidth;
    $('score').classList.add('moved');
  }
  $('scale').textContent = value === '–' ? '' : t('of');
  $('answers').textContent = value === '–' ? t('none') : t('answers', point.denominator);
}

function listen() {
  for (const name of ['offered', 'shown', 'answered', 'finished', 'sent', 'dismissed', 'error']) {
    Deskpulse.on(name, ({ detail }) => {
      const { question, answer, reason } = detail;
      note(question ? `${question} ${JSON.stringify(answer)}` : reason || '', name);
    });
  }
}

window.Deskpulse ? listen() : addEventListener('deskpulse:ready', listen);
document.querySelectorAll('[data-language]').forEach((each) => (each.onclick = () => ((language = each.dataset.language), begin())));
$('end').onclick = end;
$('open').onclick = begin;
$('link').onclick = link;
$('say').onsubmit = (event) => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (text) {
    $('text').value = '';
    customer(text);
  }
};
begin();
(async function follow() {
  try {
    watch(await tell('/score'));
  } catch {
    // it is counted elsewhere, and comes back
  }
  setTimeout(follow, document.hidden ? 5000 : 1000);
})();
