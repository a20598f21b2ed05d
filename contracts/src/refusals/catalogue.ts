import type { RefusalText } from './refusal-text.js'

/** Products, their categories and bundles, and the stock of them. */
export const catalogueRefusals = {
  PRODUCT_CODE_EXISTS: {
    status: 409,
    ru: 'Товар с кодом «{code}» уже есть. Укажите другой код.',
    kk: '«{code}» коды бар тауар тіркелген. Басқа код енгізіңіз.',
    en: 'A product with the code “{code}” already exists. Enter another code.',
  },
  PRODUCT_IN_USE: {
    status: 409,
    ru: 'Товар используется в открытых документах или есть на складе, поэтому удалить его нельзя. Снимите его с производства или продажи.',
    kk: 'Тауар ашық құжаттарда қолданылады немесе қоймада бар, сондықтан оны жоюға болмайды. Оны өндірістен немесе сатудан алыңыз.',
    en: 'The product is in open documents or in stock and cannot be deleted. Discontinue it instead.',
  },
  PRODUCT_TYPE_RULE: {
    status: 422,
    ru: 'Для товара этого вида заполните поля: {missing}.',
    kk: 'Бұл түрдегі тауар үшін мына өрістерді толтырыңыз: {missing}.',
    en: 'A product of this type needs these fields: {missing}.',
  },
  CATEGORY_CYCLE: {
    status: 422,
    ru: 'Категория не может входить в саму себя. Выберите другую родительскую категорию.',
    kk: 'Санат өз ішіне кіре алмайды. Басқа жоғарғы санатты таңдаңыз.',
    en: 'A category cannot be inside itself. Choose another parent category.',
  },
  BUNDLE_CYCLE: {
    status: 422,
    ru: 'Комплект не может содержать сам себя. Уберите лишнюю позицию.',
    kk: 'Жиынтық өзін-өзі қамти алмайды. Артық позицияны алып тастаңыз.',
    en: 'A bundle cannot contain itself. Remove the component that leads back to it.',
  },
  OPERATION_NOT_ALLOWED_FOR_TYPE: {
    status: 422,
    ru: 'Для товара вида «{productType}» это действие не предусмотрено.',
    kk: '«{productType}» түріндегі тауар үшін бұл әрекет қарастырылмаған.',
    en: 'This action does not exist for a product of the type “{productType}”.',
  },
  STOCK_UNAVAILABLE: {
    status: 422,
    ru: 'На складе недостаточно товара: доступно {available}, нужно {required}. Уменьшите количество или пополните склад.',
    kk: 'Қоймада тауар жеткіліксіз: қолжетімдісі {available}, қажеті {required}. Санын азайтыңыз немесе қойманы толтырыңыз.',
    en: 'There is not enough in stock: {available} available, {required} needed. Reduce the quantity or restock.',
  },
} as const satisfies Record<string, RefusalText>
