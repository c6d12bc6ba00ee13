/**
 * The console at `/_emulator`. It keeps nothing of its own: each section asks the door, and draws anew when the answer
 * has changed. Plain JavaScript: it is served as it is.
 */
(() => {
  const refreshMs = 2000;
  /** From here on a call, or one request to the database, is marked as slow. Cold starts are meant to show. */
  const slowCallMs = 500;
  const slowDatabaseMs = 50;

  const sections = {
    data: { title: '数据', open: openData },
    calls: { title: '调用', open: openCalls },
    log: { title: '日志', open: openLog },
    pay: { title: '支付', open: openPay },
    clock: { title: '时钟', open: openClock },
    people: { title: '扮演', open: openPeople },
    timers: { title: '定时任务', open: openTimers },
  };
  const callers = { anonymous: '匿名', function: '云函数', http: 'HTTP', timer: '定时任务' };
  const steps = [
    ['+1 分钟', 60_000],
    ['+15 分钟', 15 * 60_000],
    ['+1 天', 24 * 3600_000],
  ];

  const byId = (id) => document.getElementById(id);
  const openKeys = new Set();
  /** People by openId, and how far the emulator's clock is ahead of this machine's. */
  let names = new Map();
  let clockAheadMs = 0;
  let paused = false;
  let refresh = async () => {};
  let refreshing = false;

  start();

  function start() {
    for (const [key, { title }] of Object.entries(sections)) {
      byId('sections').append(make('a', { href: `#${key}`, id: `nav-${key}` }, title));
    }
    byId('pause').addEventListener('click', () => pause(!paused));
    addEventListener('hashchange', openSection);
    setInterval(showTime, 1000);
    setInterval(() => {
      if (!paused && !document.hidden) void refreshAll();
    }, refreshMs);
    openSection();
  }

  function pause(yes) {
    paused = yes;
    byId('pause').setAttribute('aria-pressed', String(yes));
    byId('pause').textContent = yes ? '继续刷新' : '暂停刷新';
    if (!yes) void refreshAll();
  }

  function openSection() {
    const key = location.hash.slice(1).split('?')[0];
    const name = Object.hasOwn(sections, key) ? key : 'data';
    for (const link of byId('sections').children) link.removeAttribute('aria-current');
    byId(`nav-${name}`).setAttribute('aria-current', 'page');
    byId(`nav-${name}`).scrollIntoView({ block: 'nearest', inline: 'center' });
    document.title = `${sections[name].title} · 模拟器控制台`;
    const body = make('section', { 'aria-label': sections[name].title });
    byId('main').replaceChildren(body);
    refresh = sections[name].open(body);
    refreshing = false;
    void refreshAll();
  }

  async function refreshAll() {
    if (refreshing) return;
    refreshing = true;
    const current = refresh;
    try {
      await readSurroundings();
      await current();
    } catch (error) {
      byId('top-status').textContent = `连不上模拟器，正在重试：${error.message}`;
    } finally {
      // Another section may have been opened meanwhile, and begun its own.
      if (current === refresh) refreshing = false;
    }
  }

  async function readSurroundings() {
    const [clock, { people, actingAs }] = await Promise.all([ask('clock'), ask('people')]);
    names = new Map(people.map(({ openId, name }) => [openId, name]));
    clockAheadMs = clock.now - Date.now();
    const ahead = clock.offsetMs > 0 ? `时钟已拨快 ${durationText(clock.offsetMs)}` : '';
    byId('top-status').textContent = [names.has(actingAs) ? `正在扮演 ${names.get(actingAs)}` : '', ahead]
      .filter(Boolean)
      .join(' · ');
    showTime();
  }

  function showTime() {
    byId('top-clock').textContent = momentText(Date.now() + clockAheadMs);
    const large = byId('large-clock');
    if (large) large.textContent = momentText(Date.now() + clockAheadMs);
  }

  // --- 数据 ---

  function openData(body) {
    const list = make('div', { class: 'card collections', role: 'group', 'aria-label': '集合' });
    const query = make('textarea', {
      id: 'query',
      rows: '2',
      spellcheck: 'false',
      placeholder: '{ "price": { "$gte": 1000 } }',
    });
    const order = make('input', { id: 'order', spellcheck: 'false', placeholder: '{ "_id": -1 }' });
    const limit = make('input', { id: 'limit', type: 'number', min: '1', max: '1000', value: '20' });
    const run = make('button', { class: 'primary', id: 'run-query', type: 'submit' }, '查询');
    const form = make('form', { class: 'card query' });
    form.append(labelled('条件（JSON）', query, 'wide'), labelled('排序（JSON）', order), labelled('最多', limit), run);
    const found = make('div', { id: 'documents', 'aria-live': 'polite' });
    const right = make('div');
    right.append(form, found);
    const columns = make('div', { class: 'data' });
    columns.append(list, right);
    body.append(
      make('h2', {}, '数据'),
      make('p', { class: 'note' }, '与云函数读到的相同；日期写作 {"$date": "2026-01-01T00:00:00Z"}。'),
      columns,
    );

    let chosen = location.hash.split('?')[1] ?? '';
    const search = () => showDocuments(found, chosen, query.value, order.value, Number(limit.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void search();
    });
    query.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    const draw = drawer(list, ({ collections }) =>
      collections.map(({ name, count }) => {
        const button = make('button', {
          type: 'button',
          id: `collection-${name}`,
          'aria-current': String(name === chosen),
        });
        button.append(make('span', { class: 'mono' }, name), make('span', { class: 'soft mono' }, String(count)));
        button.addEventListener('click', () => {
          chosen = name;
          history.replaceState(null, '', `#data?${name}`);
          query.value = '';
          order.value = '';
          for (const other of list.children) other.setAttribute('aria-current', String(other === button));
          void search();
        });
        return button;
      }),
    );
    return async () => {
      const answer = await ask('collections');
      const first = !chosen && answer.collections[0];
      if (first) chosen = first.name;
      draw(answer, chosen);
      if (chosen && found.childElementCount === 0) await search();
    };
  }

  async function showDocuments(found, collection, queryText, orderText, limit) {
    try {
      const query = parse('条件', queryText);
      const order = parse('排序', orderText);
      const { documents, total } = await ask('query', { collection, query, order, limit });
      const list = make('div', { class: 'card documents' });
      list.append(...documents.map((document) => documentView(document, documents.length === 1)));
      if (documents.length === 0) list.append(make('p', { class: 'empty' }, '没有符合条件的文档'));
      const count = `${collection}：共 ${total} 份${total > documents.length ? `，显示前 ${documents.length} 份` : ''}`;
      found.replaceChildren(make('h3', { id: 'found-count' }, count), list);
    } catch (error) {
      found.replaceChildren(make('p', { class: 'problem', role: 'alert', id: 'query-problem' }, error.message));
    }
  }

  function documentView(document, isOpen) {
    const { _id, ...others } = document;
    const view = make('details', isOpen ? { open: '' } : {});
    const summary = make('summary');
    summary.append(
      make('span', { class: 'mono' }, String(_id)),
      make('span', { class: 'preview' }, previewOf(simplified(others))),
    );
    const text = make('pre');
    text.append(...coloured(JSON.stringify(simplified(document), null, 2)));
    view.append(summary, text);
    return view;
  }

  function previewOf(document) {
    const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
    return Object.entries(document)
      .map(([key, value]) => `${key}: ${text(value)}`)
      .join(' · ');
  }

  /** EJSON dates as text of Beijing time; everything else as it is. */
  function simplified(value) {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(simplified);
    if (value.$date?.$numberLong !== undefined) return momentText(Number(value.$date.$numberLong));
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, simplified(field)]));
  }

  function coloured(json) {
    const token = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;
    const parts = [];
    let end = 0;
    for (const match of json.matchAll(token)) {
      const [all, string, colon] = match;
      parts.push(json.slice(end, match.index));
      const kind = colon ? 'key' : string ? 'string' : /\d/.test(all) ? 'number' : 'word';
      parts.push(make('span', { class: kind }, all));
      end = match.index + all.length;
    }
    return [...parts, json.slice(end)];
  }

  function parse(what, text) {
    if (text.trim() === '') return {};
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${what}不是合法的 JSON：${error.message}`);
    }
  }

  // --- 调用 ---

  function openCalls(body) {
    const filter = make('input', {
      id: 'call-filter',
      'aria-label': '筛选调用',
      placeholder: '筛选：操作名、人、结果、请求号',
    });
    const line = make('div', { class: 'bar-line' });
    line.append(filter);
    const list = make('div', { class: 'card rows', id: 'calls' });
    const note = `云函数最近的调用，点开看数据库请求的时间线。标“慢”的：调用 ≥ ${slowCallMs} 毫秒，数据库请求 ≥ ${slowDatabaseMs} 毫秒。`;
    body.append(make('h2', {}, '调用'), make('p', { class: 'note' }, note), line, list);
    let answer = { calls: [] };
    const draw = drawer(list, () => {
      const shown = answer.calls.filter((call) =>
        includes(filter.value, nameOf(call), callerText(call), call.outcome, call.requestId),
      );
      return orEmpty(shown.slice(0, 100).map(callView), '还没有调用：在预览里点一点，或等定时任务');
    });
    filter.addEventListener('input', () => draw(answer, filter.value));
    return async () => {
      answer = await ask('calls');
      draw(answer, filter.value);
    };
  }

  function callView(call) {
    const view = make('details', { class: 'call' });
    const slow = call.ms >= slowCallMs;
    const summary = make('summary', { id: `call-${call.requestId}` });
    summary.append(
      make('span', { class: 'at mono soft' }, momentText(call.startedAt).slice(11)),
      make('span', { class: 'name' }, nameOf(call)),
      make('span', { class: 'who soft' }, callerText(call)),
      track(call.databaseCalls, spanOf(call)),
      outcomeView(call),
      make('span', { class: 'ms mono' }, call.outcome === 'running' ? '…' : msText(call.ms)),
    );
    if (slow) summary.querySelector('.outcome').append(' ', make('span', { class: 'tag slow' }, '慢'));
    view.append(summary);
    remember(view, call.requestId, () => callInside(call));
    return view;
  }

  function callInside(call) {
    const inside = make('div', { class: 'inside' });
    for (const each of call.databaseCalls) {
      const row = make('div', { class: 'step' });
      const slow = each.ms >= slowDatabaseMs;
      const what = make('span', { class: 'mono' }, `${each.collection} ${each.action.replace('database.', '')}`);
      if (slow) what.append(' ', make('span', { class: 'tag slow' }, '慢'));
      row.append(what, track([each], spanOf(call)), make('span', { class: 'ms mono soft' }, msText(each.ms)));
      inside.append(row);
    }
    if (call.databaseCalls.length === 0) inside.append(make('p', { class: 'soft' }, '没有用到数据库'));
    const footer = make('footer');
    const toLog = make('button', { type: 'button', class: 'link' }, '看日志');
    toLog.addEventListener('click', () => {
      location.hash = `log?${call.requestId}`;
    });
    const times = `${call.databaseCalls.length} 次数据库请求，共 ${msText(call.databaseCalls.reduce((sum, { ms }) => sum + ms, 0))}`;
    footer.append(make('span', {}, times), make('span', { class: 'mono' }, call.requestId), toLog);
    inside.append(footer);
    return inside;
  }

  function track(databaseCalls, span) {
    const line = make('div', { class: 'track', 'aria-hidden': 'true' });
    for (const { at, ms } of databaseCalls) {
      const bar = make('i', ms >= slowDatabaseMs ? { class: 'slow' } : {});
      bar.style.left = `${Math.min((Math.max(at, 0) / span) * 100, 99)}%`;
      bar.style.width = `${Math.min((ms / span) * 100, 100 - Math.min((Math.max(at, 0) / span) * 100, 99))}%`;
      line.append(bar);
    }
    return line;
  }

  /** How many ms the time line shows: the whole invocation, or what is known of it while it runs. */
  function spanOf({ ms, databaseCalls }) {
    return Math.max(ms, ...databaseCalls.map((each) => each.at + each.ms), 1);
  }

  function outcomeView({ outcome }) {
    const kind = outcome === 'ok' ? 'good' : outcome === 'running' ? '' : 'bad';
    const words = { ok: '完成', running: '进行中' }[outcome] ?? outcome;
    const cell = make('span', { class: 'outcome' });
    cell.append(make('span', { class: `tag ${kind}`, title: outcome }, words));
    return cell;
  }

  const nameOf = (call) => (call.operation === undefined ? call.function : `${call.function}.${call.operation}`);
  const callerText = ({ caller, openId }) => callers[caller] ?? names.get(openId) ?? openId ?? caller;

  // --- 日志 ---

  function openLog(body) {
    const filter = make('input', {
      id: 'log-filter',
      'aria-label': '筛选日志',
      placeholder: '筛选：内容、函数、请求号',
    });
    filter.value = location.hash.split('?')[1] ?? '';
    const line = make('div', { class: 'bar-line' });
    line.append(filter);
    const list = make('div', { class: 'card rows', id: 'log' });
    body.append(
      make('h2', {}, '日志'),
      make('p', { class: 'note' }, '云函数打印的内容，新的在上；请求号可点。'),
      line,
      list,
    );
    let answer = { lines: [] };
    const draw = drawer(list, () => {
      const shown = answer.lines.filter((one) => includes(filter.value, one.line, one.function, one.requestId));
      return orEmpty(
        shown
          .slice(-300)
          .reverse()
          .map((one) => logView(one, filter)),
        '没有日志',
      );
    });
    filter.addEventListener('input', () => draw(answer, filter.value));
    return async () => {
      answer = await ask('log');
      draw(answer, filter.value);
    };
  }

  function logView({ at, function: name, requestId, stream, line }, filter) {
    const view = make('div', { class: `line ${stream}` });
    const request = requestId
      ? make('button', { type: 'button', class: 'link mono', title: requestId }, requestId.slice(0, 8))
      : make('span', { class: 'soft' }, '加载时');
    request.addEventListener('click', () => {
      filter.value = requestId;
      filter.dispatchEvent(new Event('input'));
    });
    view.append(
      make('span', { class: 'mono soft' }, momentText(at).slice(11)),
      make('span', { class: 'mono' }, name),
      request,
    );
    view.append(make('span', { class: 'text mono' }, line));
    return view;
  }

  // --- 支付 ---

  function openPay(body) {
    const orders = make('div', { class: 'card rows', id: 'pay-orders' });
    const notices = make('div', { class: 'card rows', id: 'pay-notices' });
    body.append(
      make('h2', {}, '支付'),
      make('p', { class: 'note' }, '微信支付那一边：它记着的订单，和它要送达商户的通知。'),
    );
    body.append(make('h3', {}, '通知'), notices, make('h3', {}, '订单'), orders);
    const drawOrders = drawer(orders, (answer) => orEmpty(answer.orders.map(orderView), '还没有人下单付款'));
    const drawNotices = drawer(notices, (answer) =>
      orEmpty(answer.notifications.slice(0, 50).map(noticeView), '没有通知'),
    );
    return async () => {
      const [ofOrders, ofNotices] = await Promise.all([ask('wechat/orders'), ask('wechat/notifications')]);
      const latest = ofNotices.notifications.sort(
        (a, b) => Number(b.state === 'pending') - Number(a.state === 'pending') || b.createdAt - a.createdAt,
      );
      drawOrders(ofOrders);
      drawNotices({ notifications: latest });
    };
  }

  function orderView({ request, state, createdAt }) {
    const view = make('div', { class: 'row order' });
    const [words, kind] = { NOTPAY: ['待支付', 'slow'], SUCCESS: ['已支付', 'good'], CLOSED: ['已关闭', ''] }[state.is];
    view.append(
      make('span', { class: 'order-number mono' }, request.out_trade_no),
      make('span', { class: 'what' }, request.description),
      make('span', { class: 'amount mono' }, `¥${(request.amount.total / 100).toFixed(2)}`),
      tagged(words, kind),
      make('span', { class: 'when mono soft' }, momentText(createdAt).slice(5)),
    );
    return view;
  }

  function noticeView({ resource, eventType, state, attempts, dueAt, summary }) {
    const view = make('div', { class: 'row notice' });
    const [words, kind] = { pending: ['待送达', 'slow'], delivered: ['已送达', 'good'], abandoned: ['已放弃', 'bad'] }[
      state
    ];
    const tried =
      state === 'pending' ? `试过 ${attempts} 次，下次 ${momentText(dueAt).slice(5)}` : `试过 ${attempts} 次`;
    view.append(
      make('span', { class: 'mono' }, String(resource.out_trade_no ?? '')),
      make('span', { title: eventType }, summary),
      tagged(words, kind),
      make('span', { class: 'soft' }, tried),
    );
    return view;
  }

  function tagged(words, kind) {
    const cell = make('span', { class: 'state' });
    cell.append(make('span', { class: `tag ${kind}` }, words));
    return cell;
  }

  // --- 时钟 ---

  function openClock(body) {
    const face = make('div', { class: 'card clock' });
    const ahead = make('p', { class: 'soft', id: 'clock-ahead' });
    const actions = make('div', { class: 'actions' });
    face.append(make('time', { id: 'large-clock' }), ahead, actions);
    for (const [words, advanceMs] of steps) {
      const button = make('button', { type: 'button', id: `advance-${advanceMs}` }, words);
      button.addEventListener('click', () =>
        act(async () => {
          await ask('clock', { advanceMs });
          return `已拨快 ${durationText(advanceMs)}`;
        }),
      );
      actions.append(button);
    }
    const note = '云函数、数据库和微信支付都看这只钟（北京时间）。只能向前拨；到点的定时任务随即补跑一次。';
    body.append(make('h2', {}, '时钟'), make('p', { class: 'note' }, note), face);
    return async () => {
      const { offsetMs } = await ask('clock');
      ahead.textContent = offsetMs > 0 ? `比本机快 ${durationText(offsetMs)}` : '与本机一致';
      showTime();
    };
  }

  // --- 扮演 ---

  function openPeople(body) {
    const list = make('div');
    const preview = make('a', { class: 'button', href: '/', target: '_blank' }, '打开预览');
    body.append(
      make('h2', {}, '扮演'),
      make('p', { class: 'note' }, '预览以谁的身份打开；此浏览器里的预览随之改变。'),
      preview,
      list,
    );
    const draw = drawer(list, ({ people, actingAs }) =>
      orEmpty(
        [...new Set(people.map(({ role }) => role))].map((role) => {
          const group = make('section');
          const grid = make('div', { class: 'people' });
          grid.append(...people.filter((one) => one.role === role).map((one) => personView(one, actingAs)));
          group.append(make('h3', {}, role), grid);
          return group;
        }),
        '这里没有人物',
      ),
    );
    return async () => draw(await ask('people'));
  }

  function personView({ openId, name }, actingAs) {
    const button = make(
      'button',
      { type: 'button', id: `person-${openId}`, title: openId, 'aria-pressed': String(openId === actingAs) },
      name,
    );
    button.addEventListener('click', () =>
      act(async () => {
        await ask('actAs', { openId });
        return `正在扮演 ${name}`;
      }),
    );
    return button;
  }

  // --- 定时任务 ---

  function openTimers(body) {
    const list = make('div', { class: 'card rows', id: 'timers' });
    const result = make('div', { id: 'timer-result', 'aria-live': 'polite' });
    body.append(
      make('h2', {}, '定时任务'),
      make('p', { class: 'note' }, '按 cloudbaserc.json 的七段 cron（北京时间）自己运行。'),
      list,
      result,
    );
    const draw = drawer(list, ({ timers }) =>
      orEmpty(
        timers.map((timer) => timerView(timer, result)),
        '没有声明定时任务',
      ),
    );
    return async () => draw(await ask('timers'));
  }

  function timerView({ function: name, name: title, config, next, running }, result) {
    const view = make('div', { class: 'row timer' });
    const button = make('button', { type: 'button', id: `run-${name}` }, '立即运行');
    button.addEventListener('click', () =>
      act(async () => {
        const answer = await ask('runTimer', { function: name });
        const text = make('pre');
        text.append(...coloured(JSON.stringify(answer, null, 2)));
        const card = make('div', { class: 'card' });
        card.append(text);
        result.replaceChildren(make('h3', {}, `${name} 的结果`), card);
        return `${name} 已运行`;
      }),
    );
    const coming = running ? '正在运行' : next === undefined ? '不再运行' : `下次 ${momentText(next)}`;
    view.append(
      make('b', { class: 'what' }, `${name} · ${title}`),
      make('span', { class: 'mono soft' }, config),
      make('span', { class: 'next' }, coming),
      button,
    );
    return view;
  }

  // --- what the sections share ---

  /** Draws into `root` when the answer, or what it is filtered by, has changed; open rows and the focus stay. */
  function drawer(root, render) {
    let drawn;
    return (answer, ...alsoBy) => {
      const wanted = JSON.stringify([answer, ...alsoBy]);
      if (wanted === drawn) return;
      drawn = wanted;
      const focused = root.contains(document.activeElement) ? document.activeElement.id : '';
      root.replaceChildren(...render(answer));
      if (focused) byId(focused)?.focus({ preventScroll: true });
    };
  }

  /** Keeps a row open over redraws, and makes its inside only when it is open. */
  function remember(details, key, inside) {
    const fill = () => {
      if (details.childElementCount === 1) details.append(inside());
    };
    details.open = openKeys.has(key);
    if (details.open) fill();
    details.addEventListener('toggle', () => {
      if (details.open) openKeys.add(key);
      else openKeys.delete(key);
      if (details.open) fill();
    });
  }

  /** Does what a button says, tells how it went, and shows what has changed. */
  async function act(work) {
    try {
      toast(await work());
    } catch (error) {
      toast(error.message);
    }
    await refreshAll();
  }

  let toastTimer;
  function toast(words) {
    byId('toast').textContent = words;
    byId('toast').hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => {
      byId('toast').hidden = true;
    }, 3000);
  }

  async function ask(what, body) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`/_emulator/${what}`, body === undefined ? {} : post);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${answer.code}：${answer.message}`);
    return answer;
  }

  function includes(words, ...texts) {
    const wanted = words.trim().toLowerCase();
    return texts.some((text) => text.toLowerCase().includes(wanted));
  }

  function orEmpty(views, words) {
    return views.length > 0 ? views : [make('p', { class: 'empty' }, words)];
  }

  function labelled(words, control, className = '') {
    const label = make('label', { class: className });
    label.append(make('span', {}, words), control);
    return label;
  }

  function make(tag, attributes = {}, content = '') {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (content) element.textContent = content;
    return element;
  }

  /** `2026-11-22 10:00:00`, Beijing time. */
  function momentText(ms) {
    return new Date(ms + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ');
  }

  function msText(ms) {
    return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  }

  function durationText(ms) {
    const minutes = Math.floor(ms / 60_000);
    const parts = [
      [Math.floor(minutes / 1440), '天'],
      [Math.floor(minutes / 60) % 24, '小时'],
      [minutes % 60, '分钟'],
    ];
    const text = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
    return text.join(' ') || `${Math.round(ms / 1000)} 秒`;
  }
})();
