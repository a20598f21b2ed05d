import { updateWorkspaceBody, type UpdateWorkspaceBody, workspaceCard } from '@prometric/contracts/workspaces'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { archiveWorkspace, updateWorkspace } from '../operations/update-workspace.js'
import { cardOfWorkspace } from '../queries/workspace-card.js'

@WorkspaceController('')
export class WorkspaceCardController {
  @Route.get('', { summary: 'The workspace', permission: 'MEMBER', answer: workspaceCard })
  get(@Called() call: Call) {
    return call.read(cardOfWorkspace)
  }

  @Route.put('', {
    summary: 'Change the workspace',
    permission: 'WORKSPACE_MANAGE',
    body: updateWorkspaceBody,
    answer: workspaceCard,
  })
  update(@Called() call: Call<UpdateWorkspaceBody>) {
    return call.write(async (work) => {
      await updateWorkspace(work, call.body, call.ifMatch)
      return cardOfWorkspace(work)
    })
  }

  @Route.delete('', {
    summary: 'Archive the workspace; its data stays',
    permission: 'WORKSPACE_MANAGE',
    answer: workspaceCard,
  })
  archive(@Called() call: Call) {
    return call.write(async (work) => {
      await archiveWorkspace(work)
      return cardOfWorkspace(work)
    })
  }
}
