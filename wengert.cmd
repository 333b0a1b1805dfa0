@echo off
rem Starts Wengert with the arguments given, and builds it first when something changed since the last time.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0."
set "jdk="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\OpenJDK" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks" "%UserProfile%\scoop\apps") do (
    if exist "%%~r" for /d %%d in ("%%~r\*") do (
        call :consider "%%~d"
        call :consider "%%~d\current"
    )
)
if not defined jdk (
    >&2 echo Wengert needs a JDK 25 or newer and found none: install one ^(for example Eclipse Temurin 25 from adoptium.net^), or set JAVA_HOME to it.
    exit /b 1
)
set "java=%jdk%\bin\java.exe"

rem Batch cannot compare the ages of files, so Build.java looks each time; it returns at once if nothing changed.
"%java%" "%home%\build\Build.java" "%home%" || exit /b 1
set /p name=<"%home%\target\run\current"
set "run=%home%\target\run\%name%"
rem What a recording makes it keeps; see ./wengert.
set memory=-XX:+UseCompactObjectHeaders -XX:MaxTenuringThreshold=0
set flags=%memory% --module-path "%run%\mods" --add-modules javafx.controls --enable-native-access=javafx.graphics -Djava.awt.headless=true

rem A rehearsal in the background makes the cache from which later starts are faster; see ./wengert.
if exist "%run%\wengert.aot" goto start
mkdir "%run%\rehearsal" 2>nul || goto start
start "" /b /low cmd /c ""%java%" -XX:AOTCacheOutput="%run%\rehearsal\wengert.aot" %flags% -Dglass.platform=Headless -Dprism.order=sw -cp "%run%\lib\*" wengert.app.Rehearsal all "%home%\samples" >"%run%\rehearsal\log" 2>&1 <nul && move "%run%\rehearsal\wengert.aot" "%run%\wengert.aot" >nul"

:start
rem What commands print is UTF-8, which a console shows only when it is told to; afterwards it is what it was before.
set "page="
for /f "tokens=2 delims=:." %%c in ('chcp 2^>nul') do set "page=%%c"
if defined page chcp 65001 >nul
"%java%" "-XX:AOTCache=%run%\wengert.aot" -Xlog:disable %flags% -cp "%run%\lib\*" wengert.app.Main %*
set "code=%ERRORLEVEL%"
if defined page chcp %page% >nul
exit /b %code%

:consider
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f usebackq^ tokens^=1^,2^ delims^=^=.^" %%a in ("%~1\release") do (
    if "%%a"=="JAVA_VERSION" call :version %%b "%~1"
)
exit /b 0

:version
if %~1 GEQ 25 set "jdk=%~2"
exit /b 0
