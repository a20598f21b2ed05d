import { Module } from '@nestjs/common'
import { SettingsController } from './http/settings.controller.js'

@Module({ controllers: [SettingsController] })
export class SettingsModule {}
