/** The package ships its schemas without types; these are the ones the stand-in checks with. */
declare module 'discord-api-spec/zod' {
  import type { core } from 'zod'

  export const MessageCreateRequestSchema: core.$ZodType
  export const MessageEditRequestPartialSchema: core.$ZodType
  export const IncomingWebhookInteractionRequestSchema: core.$ZodType
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: core.$ZodType
  export const ApplicationCommandCreateRequestSchema: core.$ZodType
  export const CreateTextThreadWithMessageRequestSchema: core.$ZodType
  export const CreateTextThreadWithoutMessageRequestSchema: core.$ZodType
  export const CreatePrivateChannelRequestSchema: core.$ZodType
  export const CreateMessageInteractionCallbackRequestSchema: core.$ZodType
  export const UpdateMessageInteractionCallbackRequestSchema: core.$ZodType
  export const ApplicationCommandAutocompleteCallbackRequestSchema: core.$ZodType
  export const ModalInteractionCallbackRequestSchema: core.$ZodType
}
