import admission from './zh-CN/admission.json' with { type: 'json' };
import participation from './zh-CN/participation.json' with { type: 'json' };
import accounts from './zh-CN/accounts.json' with { type: 'json' };
import assessment from './zh-CN/assessment.json' with { type: 'json' };
import attachments from './zh-CN/attachments.json' with { type: 'json' };
import audit from './zh-CN/audit.json' with { type: 'json' };
import backup from './zh-CN/backup.json' with { type: 'json' };
import blocks from './zh-CN/blocks.json' with { type: 'json' };
import budget from './zh-CN/budget.json' with { type: 'json' };
import budgetErrors from './zh-CN/budget-errors.json' with { type: 'json' };
import budgetLog from './zh-CN/budget-log.json' with { type: 'json' };
import budgetWords from './zh-CN/budget-words.json' with { type: 'json' };
import buildings from './zh-CN/buildings.json' with { type: 'json' };
import bodies from './zh-CN/bodies.json' with { type: 'json' };
import calendar from './zh-CN/calendar.json' with { type: 'json' };
import care from './zh-CN/care.json' with { type: 'json' };
import charts from './zh-CN/charts.json' with { type: 'json' };
import codeTables from './zh-CN/code-tables.json' with { type: 'json' };
import codeTablesScreen from './zh-CN/code-tables-screen.json' with { type: 'json' };
import common from './zh-CN/common.json' with { type: 'json' };
import completeness from './zh-CN/completeness.json' with { type: 'json' };
import count from './zh-CN/count.json' with { type: 'json' };
import dataSets from './zh-CN/data-sets.json' with { type: 'json' };
import diagnostics from './zh-CN/diagnostics.json' with { type: 'json' };
import duplicates from './zh-CN/duplicates.json' with { type: 'json' };
import errors from './zh-CN/errors.json' with { type: 'json' };
import frame from './zh-CN/frame.json' with { type: 'json' };
import glossary from './zh-CN/glossary.json' with { type: 'json' };
import grid from './zh-CN/grid.json' with { type: 'json' };
import gridLife from './zh-CN/grid-life.json' with { type: 'json' };
import help from './zh-CN/help.json' with { type: 'json' };
import imports from './zh-CN/imports.json' with { type: 'json' };
import importsScreen from './zh-CN/imports-screen.json' with { type: 'json' };
import keyboard from './zh-CN/keyboard.json' with { type: 'json' };
import ledger from './zh-CN/ledger.json' with { type: 'json' };
import map from './zh-CN/map.json' with { type: 'json' };
import matters from './zh-CN/matters.json' with { type: 'json' };
import menu from './zh-CN/menu.json' with { type: 'json' };
import noticeBoard from './zh-CN/notice-board.json' with { type: 'json' };
import paper from './zh-CN/paper.json' with { type: 'json' };
import numbers from './zh-CN/numbers.json' with { type: 'json' };
import parts from './zh-CN/parts.json' with { type: 'json' };
import population from './zh-CN/population.json' with { type: 'json' };
import recordForm from './zh-CN/record-form.json' with { type: 'json' };
import register from './zh-CN/register.json' with { type: 'json' };
import rentals from './zh-CN/rentals.json' with { type: 'json' };
import settings from './zh-CN/settings.json' with { type: 'json' };
import signIn from './zh-CN/sign-in.json' with { type: 'json' };
import staff from './zh-CN/staff.json' with { type: 'json' };
import staffVacancies from './zh-CN/staff-vacancies.json' with { type: 'json' };
import suggestions from './zh-CN/suggestions.json' with { type: 'json' };
import staffRewards from './zh-CN/staff-rewards.json' with { type: 'json' };
import staffProfile from './zh-CN/staff-profile.json' with { type: 'json' };
import staffPosts from './zh-CN/staff-posts.json' with { type: 'json' };
import staffDuty from './zh-CN/staff-duty.json' with { type: 'json' };
import staffDirectory from './zh-CN/staff-directory.json' with { type: 'json' };
import territory from './zh-CN/territory.json' with { type: 'json' };
import today from './zh-CN/today.json' with { type: 'json' };
import track from './zh-CN/track.json' with { type: 'json' };
import training from './zh-CN/training.json' with { type: 'json' };
import trainingAssessment from './zh-CN/training-assessment.json' with { type: 'json' };
import updates from './zh-CN/updates.json' with { type: 'json' };
import vault from './zh-CN/vault.json' with { type: 'json' };
import warnings from './zh-CN/warnings.json' with { type: 'json' };
import serviceDesk from './zh-CN/service-desk.json' with { type: 'json' };
import mediation from './zh-CN/mediation.json' with { type: 'json' };
import emergency from './zh-CN/emergency.json' with { type: 'json' };
import command from './zh-CN/command.json' with { type: 'json' };
import prevention from './zh-CN/prevention.json' with { type: 'json' };
import processMaps from './zh-CN/process.json' with { type: 'json' };

/** Every area's words, a line each; the areas' files are edited on their own. */
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
};
