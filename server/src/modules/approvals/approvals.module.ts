import { Module } from '@nestjs/common'
import { ApprovalPoliciesController } from './http/approval-policies.controller.js'

@Module({ controllers: [ApprovalPoliciesController] })
export class ApprovalsModule {}
