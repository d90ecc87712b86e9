import { hasSamples } from "@/server/crm/samples";
import * as onboarding from "@/server/onboarding";
import { CreateWorkspace } from "@/server/onboarding/contract";
import { organizationProcedure, router, userProcedure } from "../trpc";

export const onboardingRouter = router({
  create: userProcedure
    .input(CreateWorkspace)
    .mutation(({ ctx, input }) => onboarding.createWorkspace(ctx.user, input)),
  hasSample: organizationProcedure.query(({ ctx }) => hasSamples(ctx)),
  removeSample: organizationProcedure.mutation(({ ctx }) => onboarding.removeSamples(ctx)),
});
