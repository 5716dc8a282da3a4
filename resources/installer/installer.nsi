; The desk's own installer. It needs nothing but makensis, so that it can be made and tried without a network.
; Wanted on the command line: VERSION (a.b.c), SOURCE (the finished folder), FILES (the list made from it), OUT; QUICK packs faster and larger.
Target amd64-unicode
Unicode true

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "${FILES}"

!define PROGRAM "${PRODUCT}.exe"
!define UNINSTALLER "Uninstall ${PRODUCT}.exe"
!define INSTALL_KEY "Software\${GUID}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${GUID}"
; Exit codes of a silent run; 0 is success, 1 and 2 are NSIS's own.
!define EXIT_OLD_WINDOWS 3
!define EXIT_PROGRAM_RUNS 4
!define EXIT_NEWER_INSTALLED 5
!define EXIT_OLD_NOT_REMOVED 6

Name "${SHORTCUT}"
OutFile "${OUT}"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\${PRODUCT}"
InstallDirRegKey HKLM "${INSTALL_KEY}" "InstallLocation"
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION startProgram
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "$(licence)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(dataStays)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is the one for systems that speak neither.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LicenseLangString licence ${LANG_SIMPCHINESE} "license_zh_CN.txt"
LicenseLangString licence ${LANG_ENGLISH} "license_en_US.txt"
!include "installer-words.nsh"

VIProductVersion "${VERSION}.0"
!macro describeFile language title
  VIAddVersionKey /LANG=${language} "ProductName" "${SHORTCUT}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${title}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "Copyright © 2026 ${PUBLISHER}"
!macroend
!insertmacro describeFile ${LANG_SIMPCHINESE} "${SHORTCUT} 安装程序"
!insertmacro describeFile ${LANG_ENGLISH} "${PRODUCT} installer"

; A running program holds its file open for everybody else, so it cannot be opened for writing.
!macro refuseWhileRunning
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(programRuns)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel ${EXIT_PROGRAM_RUNS}
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro refuse text code
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; Everybody who works at this computer gets the shortcuts.
Function .onInit
  SetShellVarContext all
  ${IfNot} ${AtLeastWin10}
    !insertmacro refuse "$(oldWindows)" ${EXIT_OLD_WINDOWS}
  ${EndIf}
  ; The password module needs these two; most computers have them from other programs, a bare Windows does not.
  ${IfNot} ${FileExists} "$SYSDIR\vcruntime140.dll"
  ${OrIfNot} ${FileExists} "$SYSDIR\vcruntime140_1.dll"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(runtimeMissing)" /SD IDOK
  ${EndIf}
  ; An older desk would refuse the data of a newer one, so it is not put in its place.
  ReadRegStr $1 HKLM "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} $1 "${VERSION}" $2
    ${If} $2 == 1
      !insertmacro refuse "$(newerInstalled)" ${EXIT_NEWER_INSTALLED}
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext all
FunctionEnd

; Through the file manager, so that the desk does not inherit the administrator's rights of the installer.
Function startProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

; The uninstaller that came with the installed version knows that version's files. "_?=" makes it work in place, and wait.
Function removeInstalled
  ReadRegStr $1 HKLM "${INSTALL_KEY}" "InstallLocation"
  ${If} $1 == ""
  ${OrIfNot} ${FileExists} "$1\${UNINSTALLER}"
    Return
  ${EndIf}
  ExecWait '"$1\${UNINSTALLER}" /S /KEEP_APP_DATA /allusers --updated _?=$1' $2
  ${If} $2 != 0
    !insertmacro refuse "$(oldNotRemoved)" ${EXIT_OLD_NOT_REMOVED}
  ${EndIf}
FunctionEnd

Section
  !insertmacro refuseWhileRunning
  Call removeInstalled
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  CreateShortcut "$SMPROGRAMS\${SHORTCUT}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\${SHORTCUT}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${INSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "${SHORTCUT}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}" /allusers'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /allusers /S'
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

; Exactly what was installed is removed, file by file: a folder chosen by hand may hold other things. The data lies elsewhere and stays.
Section "Uninstall"
  !insertmacro refuseWhileRunning
  SetOutPath "$TEMP"
  !insertmacro removeInstalledFiles
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  Delete "$DESKTOP\${SHORTCUT}.lnk"
  Delete "$SMPROGRAMS\${SHORTCUT}.lnk"
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
  DeleteRegKey HKLM "${INSTALL_KEY}"
SectionEnd
