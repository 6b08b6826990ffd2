package io.rems.firm.settings;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/settings")
class SettingController {
    private final R2dbcOverrides overrides;
    private final R2dbcSettingHistory history;
    private final ChangeSetting changeSetting;

    SettingController(R2dbcOverrides overrides, R2dbcSettingHistory history, ChangeSetting changeSetting) {
        this.overrides = overrides;
        this.history = history;
        this.changeSetting = changeSetting;
    }

    record SettingList(List<SettingView> items) {}

    record Catalogue(List<CatalogueEntry> items) {}

    record NewValue(@NotBlank @Size(max = 400) String value) {}

    @GetMapping
    @RequiresPermission(Permission.SETTING_READ)
    Mono<SettingList> list() {
        return overrides
                .all()
                .map(set -> new SettingList(Settings.CATALOGUE.stream()
                        .map(setting -> SettingView.of(setting, set.get(setting.key())))
                        .toList()));
    }

    /** All there is to set, from which a settings page is made. */
    @GetMapping("/catalogue")
    @RequiresPermission(Permission.SETTING_READ)
    Catalogue catalogue() {
        return new Catalogue(Settings.CATALOGUE.stream().map(CatalogueEntry::of).toList());
    }

    @GetMapping("/{key}/history")
    @RequiresPermission(Permission.SETTING_READ)
    Mono<Page<SettingChange>> history(@PathVariable String key, ListQuery query) {
        return history.of(Settings.required(key), query);
    }

    @PutMapping("/{key}")
    @RequiresPermission(Permission.SETTING_WRITE)
    Mono<SettingView> set(@PathVariable String key, @Valid @RequestBody NewValue request) {
        return changeSetting.set(key, request.value());
    }

    @DeleteMapping("/{key}")
    @RequiresPermission(Permission.SETTING_WRITE)
    Mono<SettingView> reset(@PathVariable String key) {
        return changeSetting.reset(key);
    }
}
