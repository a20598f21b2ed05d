import {
  settingBody,
  type SettingBody,
  settingRow,
  vatSettings,
  vatSettingsBody,
  type VatSettingsBody,
  vatSettingsQuery,
} from '@prometric/contracts/settings'
import { z } from 'zod'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { changeSettings } from '../operations/change-settings.js'
import { findSetting, listSettings } from '../queries/list-settings.js'
import { vatSettingsOn } from '../queries/vat-settings.js'

const params = z.strictObject({ key: z.string().max(100) })

/** How a workspace wants things done. */
@WorkspaceController('settings')
export class SettingsController {
  @Route.get('', { summary: 'Settings', permission: 'SETTINGS_MANAGE', answer: z.array(settingRow) })
  list(@Called() call: Call) {
    return call.read((work) => listSettings(work))
  }

  @Route.get('vat', {
    summary: 'How VAT is charged on a day, and what the law says',
    permission: 'MEMBER',
    query: vatSettingsQuery,
    answer: vatSettings,
  })
  vat(@Called() call: Call<undefined, z.infer<typeof vatSettingsQuery>>) {
    return call.read((work) => vatSettingsOn(work, call.query.date))
  }

  @Route.put('vat', {
    summary: 'Change how VAT is charged',
    permission: 'SETTINGS_MANAGE',
    body: vatSettingsBody,
    answer: vatSettings,
  })
  changeVat(@Called() call: Call<VatSettingsBody>) {
    const said = Object.entries(call.body).map(([name, value]) => [`vat.${name}`, value] as const)
    return call.write(async (work) => {
      await changeSettings(work, Object.fromEntries(said), (key) => key.replace('vat.', ''))
      return vatSettingsOn(work)
    })
  }

  @Route.put(':key', {
    summary: 'Change a setting',
    permission: 'SETTINGS_MANAGE',
    params,
    body: settingBody,
    answer: settingRow,
  })
  change(@Called() call: Call<SettingBody, unknown, z.infer<typeof params>>) {
    const { key } = call.params
    return call.write(async (work) => {
      await changeSettings(work, { [key]: call.body.value }, () => 'value')
      return findSetting(work, key)
    })
  }
}
