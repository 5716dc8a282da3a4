import admission from './en/admission.json' with { type: 'json' };
import participation from './en/participation.json' with { type: 'json' };
import accounts from './en/accounts.json' with { type: 'json' };
import audit from './en/audit.json' with { type: 'json' };
import backup from './en/backup.json' with { type: 'json' };
import budget from './en/budget.json' with { type: 'json' };
import buildings from './en/buildings.json' with { type: 'json' };
import bodies from './en/bodies.json' with { type: 'json' };
import calendar from './en/calendar.json' with { type: 'json' };
import charts from './en/charts.json' with { type: 'json' };
import codeTables from './en/code-tables.json' with { type: 'json' };
import codeTablesScreen from './en/code-tables-screen.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
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
import menu from './en/menu.json' with { type: 'json' };
import noticeBoard from './en/notice-board.json' with { type: 'json' };
import paper from './en/paper.json' with { type: 'json' };
import parts from './en/parts.json' with { type: 'json' };
import recordForm from './en/record-form.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import rentals from './en/rentals.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import signIn from './en/sign-in.json' with { type: 'json' };
import staff from './en/staff.json' with { type: 'json' };
import territory from './en/territory.json' with { type: 'json' };
import today from './en/today.json' with { type: 'json' };
import trainingAssessment from './en/training-assessment.json' with { type: 'json' };
import vault from './en/vault.json' with { type: 'json' };
import warnings from './en/warnings.json' with { type: 'json' };
import type zhCN from './zh-CN.ts';
import blocks from './en/blocks.json' with { type: 'json' };
import care from './en/care.json' with { type: 'json' };
import track from './en/track.json' with { type: 'json' };
import completeness from './en/completeness.json' with { type: 'json' };
import duplicates from './en/duplicates.json' with { type: 'json' };

/** The same keys as the Chinese source; a missing one does not compile. */
export default {
  ...accounts,
  ...audit,
  ...backup,
  ...blocks,
  ...budget,
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
  ...menu,
  ...noticeBoard,
  ...paper,
  ...parts,
  ...recordForm,
  ...register,
  ...rentals,
  ...settings,
  ...signIn,
  ...staff,
  ...territory,
  ...today,
  ...track,
  ...trainingAssessment,
  ...vault,
  ...warnings,
} satisfies Record<keyof typeof zhCN, string>;
