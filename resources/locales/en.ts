import admission from './en/admission.json' with { type: 'json' };
import participation from './en/participation.json' with { type: 'json' };
import accounts from './en/accounts.json' with { type: 'json' };
import assessment from './en/assessment.json' with { type: 'json' };
import attachments from './en/attachments.json' with { type: 'json' };
import audit from './en/audit.json' with { type: 'json' };
import backup from './en/backup.json' with { type: 'json' };
import budget from './en/budget.json' with { type: 'json' };
import budgetErrors from './en/budget-errors.json' with { type: 'json' };
import budgetLog from './en/budget-log.json' with { type: 'json' };
import budgetWords from './en/budget-words.json' with { type: 'json' };
import buildings from './en/buildings.json' with { type: 'json' };
import bodies from './en/bodies.json' with { type: 'json' };
import calendar from './en/calendar.json' with { type: 'json' };
import charts from './en/charts.json' with { type: 'json' };
import codeTables from './en/code-tables.json' with { type: 'json' };
import codeTablesScreen from './en/code-tables-screen.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import count from './en/count.json' with { type: 'json' };
import dataSets from './en/data-sets.json' with { type: 'json' };
import diagnostics from './en/diagnostics.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import glossary from './en/glossary.json' with { type: 'json' };
import grid from './en/grid.json' with { type: 'json' };
import gridLife from './en/grid-life.json' with { type: 'json' };
import help from './en/help.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import importsScreen from './en/imports-screen.json' with { type: 'json' };
import keyboard from './en/keyboard.json' with { type: 'json' };
import ledger from './en/ledger.json' with { type: 'json' };
import map from './en/map.json' with { type: 'json' };
import matters from './en/matters.json' with { type: 'json' };
import menu from './en/menu.json' with { type: 'json' };
import noticeBoard from './en/notice-board.json' with { type: 'json' };
import paper from './en/paper.json' with { type: 'json' };
import numbers from './en/numbers.json' with { type: 'json' };
import parts from './en/parts.json' with { type: 'json' };
import population from './en/population.json' with { type: 'json' };
import recordForm from './en/record-form.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import rentals from './en/rentals.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import signIn from './en/sign-in.json' with { type: 'json' };
import staff from './en/staff.json' with { type: 'json' };
import staffVacancies from './en/staff-vacancies.json' with { type: 'json' };
import suggestions from './en/suggestions.json' with { type: 'json' };
import staffRewards from './en/staff-rewards.json' with { type: 'json' };
import staffProfile from './en/staff-profile.json' with { type: 'json' };
import staffPosts from './en/staff-posts.json' with { type: 'json' };
import staffDuty from './en/staff-duty.json' with { type: 'json' };
import staffDirectory from './en/staff-directory.json' with { type: 'json' };
import territory from './en/territory.json' with { type: 'json' };
import today from './en/today.json' with { type: 'json' };
import training from './en/training.json' with { type: 'json' };
import trainingAssessment from './en/training-assessment.json' with { type: 'json' };
import updates from './en/updates.json' with { type: 'json' };
import vault from './en/vault.json' with { type: 'json' };
import warnings from './en/warnings.json' with { type: 'json' };
import type zhCN from './zh-CN.ts';
import blocks from './en/blocks.json' with { type: 'json' };
import care from './en/care.json' with { type: 'json' };
import track from './en/track.json' with { type: 'json' };
import completeness from './en/completeness.json' with { type: 'json' };
import duplicates from './en/duplicates.json' with { type: 'json' };
import serviceDesk from './en/service-desk.json' with { type: 'json' };
import mediation from './en/mediation.json' with { type: 'json' };
import emergency from './en/emergency.json' with { type: 'json' };
import command from './en/command.json' with { type: 'json' };
import prevention from './en/prevention.json' with { type: 'json' };
import processMaps from './en/process.json' with { type: 'json' };

/** The same keys as the Chinese source; a missing one does not compile. */
export default {
  ...accounts,
  ...assessment,
  ...attachments,
  ...audit,
  ...backup,
  ...blocks,
  ...budget,
  ...budgetWords,
  ...budgetLog,
  ...budgetErrors,
  ...participation,
  ...admission,
  ...buildings,
  ...bodies,
  ...calendar,
  ...care,
  ...charts,
  ...codeTables,
  ...codeTablesScreen,
  ...common,
  ...completeness,
  ...count,
  ...dataSets,
  ...diagnostics,
  ...duplicates,
  ...errors,
  ...frame,
  ...glossary,
  ...grid,
  ...gridLife,
  ...help,
  ...imports,
  ...importsScreen,
  ...keyboard,
  ...ledger,
  ...map,
  ...matters,
  ...menu,
  ...noticeBoard,
  ...paper,
  ...numbers,
  ...parts,
  ...population,
  ...recordForm,
  ...register,
  ...rentals,
  ...settings,
  ...signIn,
  ...staff,
  ...staffVacancies,
  ...staffRewards,
  ...suggestions,
  ...staffProfile,
  ...staffPosts,
  ...staffDuty,
  ...staffDirectory,
  ...territory,
  ...today,
  ...track,
  ...training,
  ...trainingAssessment,
  ...updates,
  ...vault,
  ...warnings,
  ...serviceDesk,
  ...mediation,
  ...emergency,
  ...command,
  ...prevention,
  ...processMaps,
} satisfies Record<keyof typeof zhCN, string>;
