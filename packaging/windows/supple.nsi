Target amd64-unicode
; For one person, without an administrator: into %LOCALAPPDATA%\Programs\Supple. The history in %LOCALAPPDATA%\supple
; is never touched. Built by packaging/make-windows, which defines VERSION, FILES (a folder) and OUT (a file).
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"

Name "Supple"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Supple"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Supple"
!define MUI_ICON "${FILES}/supple.ico"
!define MUI_UNICON "${FILES}/supple.ico"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Start Supple"
!define MUI_FINISHPAGE_RUN_FUNCTION StartSupple
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Supple"
VIAddVersionKey "FileDescription" "Supple, a coach for hips and low backs"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Supple contributors, MIT"

Function StartSupple
    Exec '"$INSTDIR\python\pythonw.exe" -m supple'
FunctionEnd

; A folder whose program runs cannot be renamed: then nothing has been changed yet.
!macro LetGo
    IfFileExists "$INSTDIR\python\pythonw.exe" 0 +6
    ClearErrors
    Rename "$INSTDIR\python" "$INSTDIR\python.old"
    IfErrors 0 +3
    MessageBox MB_OK|MB_ICONEXCLAMATION "Supple is running: close its window first, then try again." /SD IDOK
    Abort
    RMDir /r "$INSTDIR\python.old"
    RMDir /r "$INSTDIR\python"
    RMDir /r "$INSTDIR\site"
    RMDir /r "$INSTDIR\app"
    Delete "$INSTDIR\supple.ico"
!macroend

Section
    !insertmacro LetGo
    SetOutPath "$INSTDIR"
    File /r "${FILES}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    SetOutPath "$INSTDIR\python" ; where the shortcut starts
    CreateShortcut "$SMPROGRAMS\Supple.lnk" "$INSTDIR\python\pythonw.exe" "-m supple" "$INSTDIR\supple.ico"
    WriteRegStr HKCU "${KEY}" "DisplayName" "Supple"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\supple.ico"
    WriteRegStr HKCU "${KEY}" "Publisher" "The Supple contributors"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
    !insertmacro LetGo
    Delete "$SMPROGRAMS\Supple.lnk"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only when empty
    DeleteRegKey HKCU "${KEY}"
SectionEnd
