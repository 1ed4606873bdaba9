import { expect, it } from 'vitest'
import { createSlack } from '../../../src/adapters/slack/index.ts'
import { socketSettings, standIn, stopped } from './connected.ts'
import { testDesk } from './desk.ts'

it('an app that is removed says which workspace left, one that starts says where it is', async () => {
  const slack = await standIn()
  const said: string[] = []
  const tenants = {
    left: async ({ platform, id }: { platform: string; id: string }) =>
      void said.push(`left ${platform} ${id}`),
    here: async ({ platform, id }: { platform: string; id: string }) =>
      void said.push(`here ${platform} ${id}`),
  }
  await stopped(createSlack(socketSettings(slack), { ...testDesk(), tenants })).start()
  await slack.connected(2)
  expect(said).toEqual([`here slack ${slack.workspace.teamId}`])
  await slack.uninstall()
  const left = `left slack ${slack.workspace.teamId}`
  await expect.poll(() => said.slice(1)).toEqual([left, left])
})
