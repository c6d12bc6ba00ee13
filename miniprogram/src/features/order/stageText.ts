/** How far an order is on its way from the tap to the money. */
export type OrderStage = 'submitting' | 'opening' | 'paying' | 'confirming';

/** What the button says meanwhile. */
export const stageText: Record<OrderStage, string> = {
  submitting: '正在提交…',
  opening: '正在打开付款…',
  paying: '等待付款…',
  confirming: '正在确认付款…',
};
