import type { RefusalText } from './refusal-text.js'

/** Bills of materials, production orders and their quality. */
export const productionRefusals = {
  NO_ACTIVE_BOM: {
    status: 422,
    ru: 'У изделия «{product}» нет действующей спецификации. Утвердите спецификацию и повторите.',
    kk: '«{product}» бұйымының қолданыстағы спецификациясы жоқ. Спецификацияны бекітіп, қайталаңыз.',
    en: 'The product “{product}” has no active bill of materials. Activate one and try again.',
  },
  BOM_CYCLE: {
    status: 422,
    ru: 'Изделие не может входить в собственную спецификацию. Уберите лишний компонент.',
    kk: 'Бұйым өз спецификациясына кіре алмайды. Артық компонентті алып тастаңыз.',
    en: 'A product cannot be part of its own bill of materials. Remove the component that leads back to it.',
  },
  MATERIALS_SHORT: {
    status: 422,
    ru: 'Не хватает материалов: {materials}. Пополните склад и повторите.',
    kk: 'Материалдар жетіспейді: {materials}. Қойманы толтырып, қайталаңыз.',
    en: 'Materials are short: {materials}. Restock them and try again.',
  },
  PREVIOUS_OPERATION_OPEN: {
    status: 422,
    ru: 'Предыдущая операция ещё не завершена. Сначала закончите её.',
    kk: 'Алдыңғы операция әлі аяқталмаған. Алдымен оны аяқтаңыз.',
    en: 'The previous operation is not finished. Finish it first.',
  },
  QC_PENDING: {
    status: 422,
    ru: 'Контроль качества ещё не пройден. Внесите его результаты и повторите.',
    kk: 'Сапа бақылауы әлі өткен жоқ. Нәтижелерін енгізіп, қайталаңыз.',
    en: 'Quality control is still pending. Enter its results and try again.',
  },
  OUTPUT_EXCEEDS_TOLERANCE: {
    status: 422,
    ru: 'Выпуск больше планового: допустимо не более {maximum}. Проверьте количество или увеличьте заказ.',
    kk: 'Шығарылым жоспардан көп: {maximum} мөлшерінен аспауы керек. Санын тексеріңіз немесе тапсырысты ұлғайтыңыз.',
    en: 'The output exceeds the plan: at most {maximum} is allowed. Check the quantity or enlarge the order.',
  },
} as const satisfies Record<string, RefusalText>
