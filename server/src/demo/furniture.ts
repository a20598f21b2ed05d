import type { Catalogue } from './catalogue-rows.js'
import { bundles, digital, made, services } from './furniture-made.js'
import { goods, materials, suppliers } from './furniture-purchases.js'

/** The catalogue of the furniture maker: sixty products of all six types. */
export const furniture: Catalogue = {
  categories: [
    ['RACKS', 'Стеллажи', 'Сөрелер'],
    ['BENCHES', 'Верстаки и столы', 'Верстактар мен үстелдер'],
    ['LOCKERS', 'Раздевалки', 'Киім шешетін бөлмелер'],
    ['CARTS', 'Тележки', 'Арбалар'],
    ['OFFICE', 'Офис и архив', 'Кеңсе және мұрағат'],
    ['SCHOOL', 'Школа и двор', 'Мектеп және аула'],
    ['TOOLS', 'Оснащение', 'Жабдықтар'],
    ['SRV', 'Услуги', 'Қызметтер'],
    ['DIG', 'Цифровые товары', 'Цифрлық тауарлар'],
    ['BND', 'Комплекты', 'Жинақтар'],
    ['MAT', 'Материалы', 'Материалдар'],
  ],
  suppliers,
  materials,
  goods,
  made,
  services,
  digital,
  bundles,
}
