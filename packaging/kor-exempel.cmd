@echo off
rem Runs the example and opens its report. ASCII only: cmd reads this file before it knows the code page.
setlocal
chcp 65001 >nul
rem pushd and not cd: a folder on a server gets a drive letter that way.
pushd "%~dp0"
if not exist "program\housing-inventory.exe" goto packed
"program\housing-inventory.exe" run "exempel\inventory.json" --out "resultat"
rem A program that may not start ends with a negative number, which "if errorlevel" takes for none.
if not "%errorlevel%"=="0" goto failed
echo.
echo Klart. Rapporten och arbetslistan visas strax; allt annat ligger i mappen resultat.
start "" "resultat\report.html"
start "" "resultat\worklist.html"
pause
popd
exit /b 0
:packed
echo Packa upp hela zip-filen i en egen mapp och starta sedan kor-exempel.cmd i den mappen.
:failed
echo.
echo Det gick inte. Raden ovan talar om vad som hindrar. Se las-mig.txt.
pause
popd
exit /b 2
