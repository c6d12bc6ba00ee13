/** The columns of a sheet of goods, in their order; one row is one SKU. */
export const columns = {
  productId: '商品编号',
  name: '商品名称',
  subtitle: '一句话',
  category: '分类',
  badge: '角标',
  option1: '规格名1',
  value1: '规格值1',
  option2: '规格名2',
  value2: '规格值2',
  option3: '规格名3',
  value3: '规格值3',
  price: '价格',
  wasPrice: '原价',
  followerPrice: '会员价',
  cost: '成本',
  barcode: '条码',
  grams: '重量克',
  lowAt: '库存预警',
  stock: '库存',
} as const;
export type Column = keyof typeof columns;

export const columnKeys = Object.keys(columns) as readonly Column[];

/** The most rows of one file. */
export const mostRows = 500;
