import { Module } from '@nestjs/common'
import { LogisticsController } from './http/logistics.controller.js'

@Module({ controllers: [LogisticsController] })
export class LogisticsModule {}
