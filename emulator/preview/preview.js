/**
 * Runs in the browser preview, before the app: a bar to act as anyone in the shop's world, a phone-wide column on wide
 * screens, and WeChat's payment window (WeixinJSBridge). Plain JavaScript: it is served as it is.
 */
(() => {
  const barHeight = 44;
  const style = document.createElement('style');
  style.textContent = `
    :root { --preview-bar-height: ${barHeight}px; --app-height: calc(100vh - ${barHeight}px); }
    @supports (height: 100dvh) { :root { --app-height: calc(100dvh - ${barHeight}px); } }
    /* The page itself is as wide as a phone: the app derives its font size from it. */
    html { max-width: 430px !important; margin: 0 auto !important; background: #e9ecef; }
    body { height: 100vh; height: 100dvh; margin: 0; padding-top: var(--preview-bar-height) !important; overflow: hidden; background: Canvas; box-sizing: border-box; }
    @media (prefers-color-scheme: dark) { html { background: #0d1014; } }
    /* The app's own containing block: what it fixes to the screen stays in the column, below the bar. */
    #app { position: relative; height: var(--app-height) !important; min-height: 0 !important; overflow: hidden; transform: translateZ(0); }
    #app .taro-tabbar__container, #app .taro-tabbar__panel, #app .taro_router { max-height: 100%; min-height: 0 !important; }
    #app .taro-tabbar__container { height: 100% !important; }
    @media (min-width: 480px) { body { box-shadow: 0 0 48px rgb(31 41 55 / 12%); } }
    .preview, .preview * { box-sizing: border-box; margin: 0; font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', system-ui, sans-serif; letter-spacing: 0; }
    .preview button, .preview select { font-size: 14px; line-height: 20px; color: inherit; background: none; border: 0; border-radius: 0; cursor: pointer; }
    .preview :focus-visible { outline: 2px solid #07c160; outline-offset: -2px; }
    .preview-bar { position: fixed; z-index: 2147483000; top: 0; left: 50%; transform: translateX(-50%); width: 100%; max-width: 430px; height: ${barHeight}px; display: flex; align-items: center; color: #d5dae1; background: #1f2630; }
    .preview-bar label { flex: 1; min-width: 0; height: 100%; display: flex; align-items: center; gap: 2px; padding-left: 16px; font-size: 14px; position: relative; }
    .preview-bar label span { flex: none; color: #9aa5b3; }
    .preview-bar select { flex: 1; min-width: 0; height: 44px; padding: 0 28px 0 4px; appearance: none; -webkit-appearance: none; color: #fff; text-overflow: ellipsis; font-weight: 500; }
    .preview-bar select option, .preview-bar select optgroup { color: #1f2630; background: #fff; }
    .preview-bar label::after { content: ''; position: absolute; right: 18px; top: 17px; width: 7px; height: 7px; border: solid #9aa5b3; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); pointer-events: none; }
    .cashier { position: fixed; z-index: 2147483001; inset: 0; display: flex; align-items: flex-end; justify-content: center; background: rgb(0 0 0 / 50%); animation: cashier-fade 160ms ease-out; }
    .cashier-sheet { width: 100%; max-width: 430px; padding: 0 24px calc(24px + env(safe-area-inset-bottom)); color: #191919; background: #fff; border-radius: 16px 16px 0 0; text-align: center; animation: cashier-rise 220ms cubic-bezier(.2,.8,.2,1); }
    .cashier-head { display: flex; align-items: center; justify-content: center; gap: 8px; height: 56px; color: #4c4c4c; font-size: 15px; }
    .cashier-head svg { width: 22px; height: 22px; }
    .cashier-merchant { padding-top: 16px; font-size: 16px; line-height: 24px; }
    .cashier-amount { padding: 4px 0 24px; font-size: 44px; line-height: 56px; font-weight: 600; font-variant-numeric: tabular-nums; }
    .cashier-amount small { margin-right: 4px; font-size: 28px; font-weight: 500; }
    .cashier-rows { padding: 8px 0; border-top: 1px solid #f0f0f0; font-size: 15px; }
    .cashier-rows div { display: flex; justify-content: space-between; gap: 24px; padding: 8px 0; line-height: 24px; text-align: right; overflow-wrap: anywhere; }
    .cashier-rows dt { flex: none; color: #8a8a8a; }
    .preview .cashier-confirm { display: block; width: 100%; height: 48px; margin-top: 16px; color: #fff; background: #07c160; border-radius: 8px; font-size: 17px; font-weight: 500; }
    .preview .cashier-confirm:hover { background: #06ad56; }
    .preview .cashier-confirm:disabled { color: #b2b2b2; background: #f2f2f2; cursor: default; }
    .preview .cashier-cancel { display: block; width: 100%; height: 48px; margin-top: 8px; color: #576b95; border-radius: 8px; font-size: 17px; }
    @keyframes cashier-fade { from { opacity: 0; } }
    @keyframes cashier-rise { from { transform: translateY(100%); } }
    @media (prefers-reduced-motion: reduce) { .cashier, .cashier-sheet { animation: none; } }
  `;
  document.head.append(style);

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showBar);
  else showBar();

  window.WeixinJSBridge = { invoke: invokeWeChat, on: () => {} };
  document.addEventListener('DOMContentLoaded', () => document.dispatchEvent(new Event('WeixinJSBridgeReady')));

  async function showBar() {
    const { people, actingAs } = await ask('/_emulator/people');
    const bar = make('div', 'preview preview-bar', { role: 'region', 'aria-label': '预览工具栏' });
    const label = make('label');
    const select = make('select', '', { id: 'preview-person' });
    label.append(make('span', '', {}, '正在扮演：'), select);
    for (const role of new Set(people.map((person) => person.role))) {
      const group = make('optgroup', '', { label: role });
      for (const person of people.filter((one) => one.role === role)) {
        group.append(make('option', '', { value: person.openId }, person.name));
      }
      select.append(group);
    }
    if (!people.some(({ openId }) => openId === actingAs)) {
      select.prepend(make('option', '', { value: '', disabled: '' }, people.length ? '请选择' : '暂无人物'));
    }
    select.value = people.some(({ openId }) => openId === actingAs) ? actingAs : '';
    select.addEventListener('change', () => actAs(select.value));
    bar.append(label);
    document.body.append(bar);
    // Chromium shows a select's text in the font it first had; where the system has no Chinese one, ours comes later.
    document.fonts.addEventListener('loadingdone', () => {
      for (const option of select.selectedOptions) option.textContent = String(option.textContent);
    });
  }

  async function actAs(openId) {
    await ask('/_emulator/actAs', { openId });
    location.reload();
  }

  // WeChat's browser offers this to pages; 'getBrandWCPayRequest' is its JSAPI payment.
  async function invokeWeChat(method, params, callback) {
    if (method !== 'getBrandWCPayRequest') {
      console.error(`The emulator does not support WeixinJSBridge ${method}.`);
      callback({ err_msg: `${method}:fail` });
      return;
    }
    const answer = (outcome) => callback({ err_msg: `get_brand_wcpay_request:${outcome}` });
    try {
      const order = await ask(`/_emulator/wechat/prepay/${params.package.replace(/^prepay_id=/, '')}`);
      const outcome = await showCashier(order);
      const { errMsg } = await ask('/_emulator/wechat/requestPayment', { ...params, outcome });
      if (errMsg === 'requestPayment:ok') answer('ok');
      else if (errMsg === 'requestPayment:fail cancel') answer('cancel');
      else throw new Error(errMsg);
    } catch (error) {
      console.error('[preview]', error);
      answer('fail');
    }
  }

  /** Shows what is to be paid; resolves to 'pay' or 'cancel'. */
  function showCashier({ merchant, description, total }) {
    const amount = `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}`;
    const cashier = make('div', 'preview cashier');
    const sheet = make('section', 'cashier-sheet', {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'cashier-title',
    });
    const head = make('h2', 'cashier-head', { id: 'cashier-title' }, '微信支付');
    head.style.fontWeight = '500';
    head.insertAdjacentHTML(
      'afterbegin',
      '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="12" fill="#07c160"/><path d="m6.6 12.4 3.6 3.6 7.2-7.6" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
    );
    const sum = make('p', 'cashier-amount', { id: 'cashier-amount', 'aria-label': `${amount} 元` });
    sum.append(make('small', '', {}, '¥'), amount);
    const rows = make('dl', 'cashier-rows');
    rows.append(row('商品', description), row('收款方', merchant), row('支付方式', '零钱'));
    const confirm = make('button', 'cashier-confirm', { id: 'cashier-confirm', type: 'button' }, '确认支付');
    const cancel = make('button', 'cashier-cancel', { id: 'cashier-cancel', type: 'button' }, '取消');
    sheet.append(head, make('p', 'cashier-merchant', {}, merchant), sum, rows, confirm, cancel);
    cashier.append(sheet);
    const before = document.activeElement;
    document.body.append(cashier);
    confirm.focus({ preventScroll: true });
    return new Promise((resolve) => {
      const close = (outcome) => {
        cashier.remove();
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
        resolve(outcome);
      };
      confirm.addEventListener('click', () => close('pay'));
      cancel.addEventListener('click', () => close('cancel'));
      cashier.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') close('cancel');
        // Two buttons: Tab goes from one to the other and stays inside the sheet.
        if (event.key !== 'Tab') return;
        event.preventDefault();
        (document.activeElement === confirm ? cancel : confirm).focus();
      });
    });
  }

  function row(name, value) {
    const line = make('div');
    line.append(make('dt', '', {}, name), make('dd', '', {}, value));
    return line;
  }

  function make(tag, className = '', attributes = {}, content = '') {
    const element = document.createElement(tag);
    if (className) element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = content;
    return element;
  }

  async function ask(address, body) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(address, body === undefined ? {} : post);
    const value = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  }
})();
