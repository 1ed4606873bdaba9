import { expect, it } from 'vitest'
import { onStage, until } from './stage.ts'

it('a guild that puts the bot out is said to have left, one that has an outage is not, one that lets it in is here', async () => {
  const said: string[] = []
  const tenants = {
    left: async ({ platform, id }: { platform: string; id: string }) =>
      void said.push(`left ${platform} ${id}`),
    here: async ({ platform, id }: { platform: string; id: string }) =>
      void said.push(`here ${platform} ${id}`),
  }
  const { discord } = await onStage({ desk: { tenants } })
  const here = `here discord ${discord.guildId}`
  await until(() => said.length > 0, 'the guild of the start')
  expect(said.splice(0)).toEqual([here])
  discord.outage()
  discord.kick()
  await until(() => said.length > 0, 'the departure')
  expect(said.splice(0)).toEqual([`left discord ${discord.guildId}`])
  discord.invite()
  await until(() => said.length > 0, 'the return')
  expect(said).toEqual([here])
})
