import { z } from 'zod';
import absenceReason from '#resources/code-tables/absence-reason.json' with { type: 'json' };
import assessmentFollow from '#resources/code-tables/assessment-follow.json' with { type: 'json' };
import careGroup from '#resources/code-tables/care-group.json' with { type: 'json' };
import computerLevel from '#resources/code-tables/computer-level.json' with { type: 'json' };
import activityKind from '#resources/code-tables/activity-kind.json' with { type: 'json' };
import burdenKind from '#resources/code-tables/burden-kind.json' with { type: 'json' };
import demandTopic from '#resources/code-tables/demand-topic.json' with { type: 'json' };
import dwellingCategory from '#resources/code-tables/dwelling-category.json' with { type: 'json' };
import dwellingHazard from '#resources/code-tables/dwelling-hazard.json' with { type: 'json' };
import dwellingOwnership from '#resources/code-tables/dwelling-ownership.json' with { type: 'json' };
import dwellingRentalType from '#resources/code-tables/dwelling-rental-type.json' with { type: 'json' };
import dwellingRentalUse from '#resources/code-tables/dwelling-rental-use.json' with { type: 'json' };
import dwellingRentedPart from '#resources/code-tables/dwelling-rented-part.json' with { type: 'json' };
import dwellingSource from '#resources/code-tables/dwelling-source.json' with { type: 'json' };
import dwellingStructure from '#resources/code-tables/dwelling-structure.json' with { type: 'json' };
import dwellingUse from '#resources/code-tables/dwelling-use.json' with { type: 'json' };
import education from '#resources/code-tables/education.json' with { type: 'json' };
import entryPurpose from '#resources/code-tables/entry-purpose.json' with { type: 'json' };
import ethnic from '#resources/code-tables/ethnic.json' with { type: 'json' };
import familyRelation from '#resources/code-tables/family-relation.json' with { type: 'json' };
import fundUse from '#resources/code-tables/fund-use.json' with { type: 'json' };
import gridMemberEmployment from '#resources/code-tables/grid-member-employment.json' with { type: 'json' };
import gridNature from '#resources/code-tables/grid-nature.json' with { type: 'json' };
import gridTeam from '#resources/code-tables/grid-team.json' with { type: 'json' };
import idDocument from '#resources/code-tables/id-document.json' with { type: 'json' };
import inflowReason from '#resources/code-tables/inflow-reason.json' with { type: 'json' };
import leftBehindKind from '#resources/code-tables/left-behind-kind.json' with { type: 'json' };
import marital from '#resources/code-tables/marital.json' with { type: 'json' };
import matterChannel from '#resources/code-tables/matter-channel.json' with { type: 'json' };
import matterFunction from '#resources/code-tables/matter-function.json' with { type: 'json' };
import matterGroup from '#resources/code-tables/matter-group.json' with { type: 'json' };
import matterKind from '#resources/code-tables/matter-kind.json' with { type: 'json' };
import matterLevel from '#resources/code-tables/matter-level.json' with { type: 'json' };
import nationality from '#resources/code-tables/nationality.json' with { type: 'json' };
import noHukouReason from '#resources/code-tables/no-hukou-reason.json' with { type: 'json' };
import paySource from '#resources/code-tables/pay-source.json' with { type: 'json' };
import personCategory from '#resources/code-tables/person-category.json' with { type: 'json' };
import political from '#resources/code-tables/political.json' with { type: 'json' };
import postLevel from '#resources/code-tables/post-level.json' with { type: 'json' };
import registrationType from '#resources/code-tables/registration-type.json' with { type: 'json' };
import requestReason from '#resources/code-tables/request-reason.json' with { type: 'json' };
import residentTeam from '#resources/code-tables/resident-team.json' with { type: 'json' };
import residenceStatus from '#resources/code-tables/residence-status.json' with { type: 'json' };
import suggestionArea from '#resources/code-tables/suggestion-area.json' with { type: 'json' };
import rewardForm from '#resources/code-tables/reward-form.json' with { type: 'json' };
import serviceKind from '#resources/code-tables/service-kind.json' with { type: 'json' };
import sex from '#resources/code-tables/sex.json' with { type: 'json' };
import staffCertificate from '#resources/code-tables/staff-certificate.json' with { type: 'json' };
import staffClass from '#resources/code-tables/staff-class.json' with { type: 'json' };
import staffGrade from '#resources/code-tables/staff-grade.json' with { type: 'json' };
import staffProfession from '#resources/code-tables/staff-profession.json' with { type: 'json' };
import stayLength from '#resources/code-tables/stay-length.json' with { type: 'json' };
import stayPermit from '#resources/code-tables/stay-permit.json' with { type: 'json' };
import stayPlace from '#resources/code-tables/stay-place.json' with { type: 'json' };
import teamKind from '#resources/code-tables/team-kind.json' with { type: 'json' };
import vacancyChannel from '#resources/code-tables/vacancy-channel.json' with { type: 'json' };
import visitTopic from '#resources/code-tables/visit-topic.json' with { type: 'json' };
import visitResult from '#resources/code-tables/visit-result.json' with { type: 'json' };
import disputeKind from '#resources/code-tables/dispute-kind.json' with { type: 'json' };
import emergencyKind from '#resources/code-tables/emergency-kind.json' with { type: 'json' };
import hazardKind from '#resources/code-tables/hazard-kind.json' with { type: 'json' };
import expiryKind from '#resources/code-tables/expiry-kind.json' with { type: 'json' };
import trainingCategory from '#resources/code-tables/training-category.json' with { type: 'json' };

/** A table as it is shipped: its own words, where they come from, and the other words a form may use for each value. */
export const shippedTableSchema = z.strictObject({
  table: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  standard: z.string().min(1),
  source: z.string().min(1),
  editable: z.boolean(),
  items: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(20),
        zh: z.string().min(1).max(60),
        en: z.string().min(1).max(80),
        aliases: z.array(z.string().min(1).max(60)).default([]),
      }),
    )
    .min(1),
});
export type ShippedTable = z.output<typeof shippedTableSchema>;

/** Every shipped table in the order in which the desk lists them; a file that breaks the schema stops the program at its start. */
export const shippedTables: readonly ShippedTable[] = [
  sex,
  ethnic,
  marital,
  political,
  education,
  familyRelation,
  idDocument,
  personCategory,
  residenceStatus,
  registrationType,
  absenceReason,
  inflowReason,
  leftBehindKind,
  entryPurpose,
  nationality,
  noHukouReason,
  assessmentFollow,
  careGroup,
  serviceKind,
  stayPlace,
  stayPermit,
  stayLength,
  dwellingCategory,
  dwellingUse,
  dwellingStructure,
  dwellingRentalUse,
  dwellingRentalType,
  dwellingHazard,
  dwellingRentedPart,
  dwellingSource,
  dwellingOwnership,
  gridNature,
  gridMemberEmployment,
  gridTeam,
  staffClass,
  paySource,
  staffProfession,
  staffCertificate,
  computerLevel,
  staffGrade,
  postLevel,
  vacancyChannel,
  teamKind,
  rewardForm,
  suggestionArea,
  trainingCategory,
  fundUse,
  requestReason,
  matterKind,
  matterGroup,
  matterChannel,
  matterLevel,
  matterFunction,
  visitTopic,
  visitResult,
  disputeKind,
  emergencyKind,
  hazardKind,
  expiryKind,
  burdenKind,
  demandTopic,
  residentTeam,
  activityKind,
].map((table) => shippedTableSchema.parse(table));
