import { Module } from '@nestjs/common'
import { TasksController } from './http/tasks.controller.js'

@Module({ controllers: [TasksController] })
export class TasksModule {}
