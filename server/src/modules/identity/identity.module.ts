import { Module } from '@nestjs/common'
import { AuthController } from './http/auth.controller.js'
import { DepartmentsController } from './http/departments.controller.js'
import { EmployeesController } from './http/employees.controller.js'
import { MembersController } from './http/members.controller.js'
import { OrganizationsController } from './http/organizations.controller.js'
import { PasswordController } from './http/password.controller.js'
import { RegistrationController } from './http/registration.controller.js'
import { RolesController } from './http/roles.controller.js'
import { SessionController } from './http/session.controller.js'
import { WorkspaceCardController } from './http/workspace-card.controller.js'

@Module({
  controllers: [
    AuthController,
    SessionController,
    PasswordController,
    RegistrationController,
    OrganizationsController,
    WorkspaceCardController,
    MembersController,
    RolesController,
    DepartmentsController,
    EmployeesController,
  ],
})
export class IdentityModule {}
